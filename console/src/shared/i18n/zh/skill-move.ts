/** Agents who serve a queue for a while. */
export const skillMove = {
  title: '临时技能',
  lend: '临时支援队列…',
  minutes: '多久',
  length: '{{minutes}} 分钟',
  until: '支援 {{queue}} 至 {{at}}（{{by}}）',
  cancel: '收回',
  serves: '该坐席已在服务这个队列。',
};
