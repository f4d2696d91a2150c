/** What supervisors keep of customers: grades and facts for verification. */
export const customerCare = {
  title: '客户关怀',
  hint: '按完整号码查找客户，设置贵宾，录入核身信息。',
  number: '客户的完整号码',
  find: '查找',
  nobody: '没有这个号码的客户',
  nobodyHint: '客户在第一次来电建档后才能在这里查到。',
  nameless: '未填姓名',
  vip: '贵宾：语音流程可让其优先',
  facts: '核身信息',
  factsHint: '由客户提供。保存后任何人都读不出来，再次保存即替换。录入的人不参与核身。',
  keep: '保存',
  kept: '已保存，无人可以读出',
  form: { pin: '请填写 4 至 12 位数字', document: '请填写证件号的最后 4 至 6 位', birthday: '请填写月日，如 0314' },
};
