/** What callers go through before, between and after people. */
export const journey = {
  title: '来电历程',
  flow: '流程 {{flow}}，第 {{version}} 版',
  kind: {
    entered: '进入节点“{{name}}”',
    notice: '已告知录音（告知文本 {{name}} 版）',
    'recording-refused': '客户不同意录音（告知文本 {{name}} 版）',
    scored: '评分 {{score}}（{{name}}）',
    compared: '核身：{{name}}',
    'holidays-unknown': '没有该年份的节假日数据，按每周时间判断（{{name}}）',
    'too-many-steps': '步数过多，转人工',
    queued: '开始排队等人工',
    ended: '流程结束通话',
    'hung-up': '客户挂机',
    other: '{{name}}',
  },
};

/** The emergency switch. */
export const emergency = {
  title: '突发情况开关',
  button: { off: '突发情况', notice: '突发通告中', closed: '已停止服务' },
  mode: '要做什么',
  choice: { off: '恢复正常：来电照常服务', notice: '通告：先告知来电者，再照常服务', closed: '停止服务：告知来电者后结束通话，排队中的也一样' },
  turn: { off: '恢复正常', notice: '开始通告', closed: '停止服务' },
  is: { notice: '{{by}} 于 {{at}} 开始通告', closed: '{{by}} 于 {{at}} 停止服务' },
  banner: {
    notice: '突发通告中：来电者先听到通告，再照常服务',
    closed: '已停止服务：来电者听到通告后通话即结束',
    since: '{{at}} 起 · {{cause}} · {{by}}',
    turn: '更改',
  },
  isOff: '现在没有突发情况。开启后，新来电和正在排队的来电都会立即听到。',
  shippedText: '播放系统自带的通告。',
  cause: '原因',
  causes: {
    weather: '台风等天气',
    power: '停电',
    network: '网络故障',
    fire: '火警',
    epidemic: '疫情',
    authority: '主管部门要求',
    drill: '演练',
    over: '已经结束',
    other: '其他',
  },
  text: '通告内容',
  textHint: '一段话，由系统朗读；留空则播放系统自带的通告。',
  done: { off: '已恢复正常', notice: '已开始通告', closed: '已停止服务' },
  failed: '开关没有改变',
};
