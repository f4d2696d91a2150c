/** The call that a supervisor takes. */
export const ownCall = {
  title: '我的电话',
  talk: '我的通话',
  takeOver: '接管',
  takeOverSure: '接管这通电话？您的话机接通后，客户由您继续接待，坐席进入话后处理。',
  pull: '取到我这里',
  answer: '接听',
  hangUp: '挂断',
  useBrowser: '改用本浏览器通话',
  onPhone: '请在话机上操作',
  disposition: '选择话后小结',
  refused: {
    'no-agent': '您不在本站点的坐席名单里，不能接电话。请系统管理员把您列入（不需要技能）。',
    'no-phone': '您没有可用的话机。请在浏览器中打开本页，或选择 SIP 话机。',
    internal: '坐席之间的通话不能接管。',
    'under-way': '这通电话正在被接管。',
  },
};
