export const calendar = {
  title: '节假日日历',
  hint: '来电流程、外呼时段与备案期限都按这一份日历。',
  year: '年份',
  source: '依据',
  holidays: '放假天数',
  workingDays: '调休上班',
  none: '还没有任何年份的节假日',
  and: '、',
  missing: '缺少 {{years}} 年的节假日日历',
  missingHint:
    '在补上之前，来电流程与外呼会把该年的节假日当作普通日子。请部署人员把国务院办公厅公布的安排写入数据目录的 calendar/{{year}}.json，并重新启动平台。',
};
