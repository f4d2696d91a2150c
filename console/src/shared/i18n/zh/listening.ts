/** Supervisors who listen in, and the notice to agents. */
export const listening = {
  title: '监听',
  own: '我的监听',
  mode: { listen: '监听', whisper: '耳语', barge: '强插' },
  end: '结束',
  tag: '{{name}} {{mode}}中',
  ringing: '{{name}} 接入中',
  inBar: '您正在监听这通电话，在页面上方切换或结束。',
  phoneRings: '正在接通您的话机，以监听 {{name}}',
  now: {
    listen: '正在监听 {{name}}：双方都听不到您',
    whisper: '正在对 {{name}} 耳语：客户听不到您',
    barge: '已加入 {{name}} 的通话：双方都听得到您',
  },
  heard: {
    whisper: '班长 {{name}} 正在对您耳语，客户听不到',
    barge: '班长 {{name}} 已加入通话',
  },
  refused: {
    notice: '该坐席尚未确认监听告知，不能监听。请坐席在其页面顶部点“我已知悉”。',
    elsewhere: '您正在监听另一通电话，请先结束。',
    'own-call': '您自己有电话或话后处理未结束，请先结束。',
    full: '监听这通电话的人已满，请等一人退出。',
    'no-phone': '您没有可用的话机。请在浏览器中打开本页，或选择 SIP 话机。',
    over: '这通电话或监听已经结束。',
    ringing: '请先接听您的话机。',
    pbx: '交换机没有执行，请看清现状后重试。',
  },
  notice: {
    title: '告知：班长可能监听您的通话',
    acknowledge: '我已知悉',
    failed: '未能记录您的确认',
  },
};
