/** What callers go through before, between and after people. */
export const journey = {
  title: '来电历程',
  flow: '流程 {{flow}}，第 {{version}} 版',
  noFlow: '所拨号码没有流程',
  endedInFlow: {
    button: '未进队列的来电',
    title: '未进任何队列就结束的来电',
    ending: { closed: '因停止服务结束', ended: '流程结束', 'hung-up': '客户挂机' },
    none: '没有这样的来电',
    hint: '在语音流程中结束，或因停止服务（突发情况开关）而没有进入任何队列的来电会列在这里；不计入话务指标。',
  },
  kind: {
    entered: '进入节点“{{name}}”',
    notice: '已告知录音（告知文本 {{name}} 版）',
    'recording-refused': '客户不同意录音（告知文本 {{name}} 版）',
    scored: '评分 {{score}}（{{name}}）',
    compared: '核身：{{name}}',
    'holidays-unknown': '没有该年份的节假日数据，按每周时间判断（{{name}}）',
    'too-many-steps': '步数过多，转人工',
    lent: '转入自助服务：{{name}}',
    returned: '从自助服务回到坐席（{{name}}）',
    'turned-away': '号码被标记为骚扰，按规则结束通话',
    'place-kept': '选择回电，排队位置已保留',
    'message-left': '给“{{name}}”的座席留言',
    language: '选择语言：{{name}}',
    queued: '开始排队等人工',
    told: '听到突发情况通告',
    ended: '流程结束通话',
    closed: '因停止服务结束通话（突发情况开关）',
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
  textHint: '一段话，由系统用普通话朗读，粤语来电用粤语朗读；留空则播放系统自带的通告。',
  textEn: '英文通告内容',
  textEnHint: '给听英语的来电者；留空则播放系统自带的英文通告。尚未选择语言的来电者依次听到各种语言。',
  done: { off: '已恢复正常', notice: '已开始通告', closed: '已停止服务' },
  failed: '开关没有改变',
  figures: { told: '告知来电', turnedAway: '因此结束通话' },
  last: '上一次：{{mode}}，{{since}} 至 {{until}}。',
  list: {
    button: '突发情况记录',
    title: '突发情况记录',
    mode: { notice: '通告', closed: '停止服务' },
    running: '进行中',
    now: '至今',
    hint: '来电听完通告、或在通告中挂机，都算已告知；同一通来电在一次突发情况中只计一次，系统自检呼叫不计。',
    shipped: '播放系统自带的通告',
    none: '还没有过突发情况',
    noneHint: '班长开启通告或停止服务后会列在这里，并统计告知了多少来电、结束了多少通话。',
  },
};

/** Call backs that reached nobody and are tried again. */
export const callbacks = {
  button: '再次回电',
  title: '再次回电',
  hint: '要求回电但未接通的客户，由系统按外呼规则允许的时间再次回电，每位最多三次。',
  cancel: '不再回电',
  state: {
    scheduled: '{{at}} 再次回电',
    due: '{{at}} 起等待坐席回电',
    done: '{{at}} · {{outcome}}',
    failed: '{{at}} · {{outcome}}',
    cancelled: '已取消 {{at}} 的回电',
  },
  failed: '没有取消',
};

/** Calling back whoever asked for it. */
export const callback = {
  badge: '回电',
  hint: '客户来电时选择了回电；接听后系统呼叫客户。',
  hintAsked: '客户要求回电；系统正在呼叫客户。',
  result: {
    reached: '已接通客户',
    busy: '客户忙，未接通',
    'no-answer': '客户未接听',
    declined: '客户拒接',
    'unknown-number': '号码不存在，未接通',
    'own-phone': '您的话机没有接听，未呼叫客户',
    'no-trunk': '外呼线路不可用，未接通',
    refused: '外呼闸口不允许，未呼叫客户',
  },
  rules: '规则：{{rules}}',
  of: '回电',
  askedIn: '来自通话',
  none: '尚未回电',
};

/** Messages that callers have left. */
export const messages = {
  button: '留言',
  open: '待处理',
  done: '已处理',
  none: '没有待处理的留言',
  noneDone: '还没有处理过的留言',
  noneHint: '客户给您所服务队列的留言会列在这里。',
  length: '{{length}} 秒',
  play: '播放 {{number}} 的留言',
  markDone: '标为已处理',
  reopen: '改回待处理',
  callBack: '回电',
  by: '{{by}} 于 {{at}} 处理',
  calling: '正在呼叫您的话机，接听后呼叫客户',
  failed: '没有成功',
  hiddenNumber: '未显示号码',
};

/** Numbers from which people are molested. */
export const nuisance = {
  mark: '标记骚扰',
  markHint: '标记后由班长确认才生效。',
  marked: '已标记，等班长确认',
  failed: '没有成功',
  button: '骚扰号码',
  title: '骚扰号码',
  none: '没有骚扰号码标记',
  noneHint: '座席在通话中或话后标记的号码会列在这里，确认后才生效。',
  reason: { abuse: '辱骂', threat: '威胁', harassment: '骚扰', silent: '反复静音来电', prank: '恶作剧' },
  state: { waiting: '待确认', standing: '生效中，至 {{until}}', expired: '已到期', lifted: '已由 {{by}} 解除' },
  by: '{{by}} 于 {{at}} 标记，通话 {{call}}',
  days: '天数',
  confirm: '确认生效',
  lift: '解除',
};

/** Whether the caller is the customer. */
export const verification = {
  title: '核身',
  ask: '核身',
  hint: '请向来电者询问以下 {{count}} 项中的任意 {{asks}} 项；只记录是否通过，不记录回答。',
  kind: { pin: '服务密码', document: '证件号末几位', birthday: '生日（月日，如 0314）' },
  compare: '核对',
  left: '不正确，还可以试 {{left}} 次',
  state: {
    none: '客户没有留存可核对的信息',
    open: '未核身',
    passed: '核身通过',
    locked: '核身已锁定，至 {{until}}',
  },
  show: '查看（已核身）',
  failed: '没有成功',
  attempts: '核身记录',
  attempt: { passed: '通过（{{facts}}，{{by}}）', failed: '未通过（{{facts}}，{{by}}）' },
  flow: '语音流程',
};
