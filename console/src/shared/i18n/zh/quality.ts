export const quality = {
  title: '通话质量',
  line: { agent: '坐席线路', customer: '客户线路' },
  grade: { good: '良好', fair: '一般', poor: '较差' },
  /** 按哪一侧线路有问题、谁听不清。 */
  trouble: {
    agent: {
      agent: '您听不清客户：是您这边的线路',
      customer: '客户听不清您：是您这边的线路',
    },
    customer: {
      agent: '您听不清客户：是客户那边的线路',
      customer: '客户听不清您：是客户那边的线路',
    },
  },
  advice: {
    agent: '请改用网线，关闭下载和视频；如仍不好，通话结束后更换接听方式。',
    customer: '您的话机正常。请放慢语速，复述数字，或提出稍后回拨。',
  },
  floor: { agent: '坐席线路{{grade}}', customer: '客户线路{{grade}}' },
  inFloor: { good: '良好', fair: '一般', poor: '较差' },
  figures: 'MOS {{mos}} · 丢包 {{loss}}% · 抖动 {{jitter}} 毫秒',
  figuresRoundTrip: 'MOS {{mos}} · 丢包 {{loss}}% · 抖动 {{jitter}} 毫秒 · 往返 {{roundTrip}} 毫秒',
  table: {
    line: '线路',
    customer: '客户',
    mos: 'MOS 平均 / 最低',
    received: '到交换机',
    sent: '从交换机',
    roundTrip: '往返 平均 / 最大',
    packets: '{{packets}} 包，丢 {{loss}}%',
    jitter: '抖动 {{mean}} / {{max}} 毫秒',
    millis: '{{mean}} / {{max}} 毫秒',
    unmeasured: '未测到',
  },
  hint: 'MOS 按 E 模型（ITU-T G.107）由交换机的 RTCP 报告算出：4 以上良好，3.6 以下会有人抱怨。几秒钟的通话没有报告。',
  none: '这通电话没有测到线路质量。',
};
