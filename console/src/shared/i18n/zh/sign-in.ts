export const signIn = {
  title: '登录',
  user: '账号',
  password: '密码',
  totp: '动态口令',
  totpHint: '账号启用了动态口令时填写',
  submit: '登录',
  userRequired: '请输入账号',
  passwordRequired: '请输入密码',
  refused: '账号、密码或动态口令不正确',
  locked: '尝试次数过多，账号已暂时锁定。请在 {{wait}} 后再试。',
  tagline: '许可证上的每一句话，随时可证。',
  firstStart: '首次启用？创建管理员',
  otherUser: '您以另一个账号登录，页面将重新打开。',
};

export const firstStart = {
  title: '创建系统管理员',
  hint: '平台首次启用时，安装人员会拿到一个一次性令牌，用它创建第一个系统管理员。',
  token: '一次性令牌',
  user: '管理员账号',
  password: '密码',
  passwordHint: '至少 12 个字符',
  required: '请填写',
  submit: '创建',
  done: '管理员已创建，请登录。',
  refused: '令牌不正确，或已经用过',
  back: '返回登录',
};
