export const administrator = {
  title: '管理台',
  now: '您现在可以做的',
  system: '系统管理员负责配置和账号；看不到客户资料和通话内容。',
  security: '安全管理员负责权限和登录会话；看不到客户资料和通话内容。',
  configuration: '当前配置',
  version: '版本 {{version}}',
  number: '号码',
  code: '编码',
  name: '名称',
  queues: '队列',
  reasons: '未就绪原因',
  dispositions: '处理结果',
  use: '用途',
  key: '按键',
  bySystem: '系统自动使用',
  mappings: '接口清单',
  mappingsHint: '平台开放的全部接口，用于核对权限。',
  openMappings: '打开接口清单',
  later: '账号与配置目前由部署文件维护，本页只读。',
  laterSecurity: '登录会话的查看与注销目前只提供接口，本页暂无操作。',
};

export const auditor = {
  title: '审计台',
};
