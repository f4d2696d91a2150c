/** The gate's parameters, by their keys. */
export const parameters = {
  outbound: {
    enabled: '外呼开关',
    'allowed-purposes': '允许的用途',
    'consent-validity-days': '同意凭证有效天数',
    'request-validity-days': '回呼请求有效天数',
    hours: '外呼时段',
    'open-on-holidays': '节假日可外呼',
    'max-per-number-day': '对同一号码每天最多次数',
    'max-per-number-week': '对同一号码每周最多次数',
    'gap-minutes': '对同一号码的间隔（分钟）',
    'max-per-own-number-hour': '每个主叫号码每小时最多次数',
    'max-per-own-number-minute': '每个主叫号码每分钟最多次数',
    'retention-days': '外呼判定保存天数',
  },
  recording: {
    'retention-inbound-days': '呼入录音保存天数',
    'retention-outbound-days': '外呼录音保存天数',
    'share-inbound': '呼入录音比例（%）',
    'share-outbound': '外呼录音比例（%）',
    'queues-not-recorded': '不录音的队列',
  },
  device: { 'test-demanded': '就绪前须测试话机', mobile: '坐席可用手机接听' },
};
