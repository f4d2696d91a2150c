import { theme, type ThemeConfig } from 'antd';
import { fills, looks, type Look } from '@/shared/theme/tokens';

const fontFamily =
  'system-ui, -apple-system, "PingFang SC", "Noto Sans SC", "Microsoft YaHei", "WenQuanYi Micro Hei", "Segoe UI", sans-serif';

/** The same choices for Ant Design's components. */
export function antTheme(look: Look, reducedMotion: boolean): ThemeConfig {
  const tokens = looks[look];
  return {
    algorithm: look === 'dark' ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      colorPrimary: look === 'contrast' ? tokens.ink.accent : fills.accent,
      colorInfo: fills.talking,
      colorSuccess: fills.ready,
      colorWarning: fills['wrap-up'],
      colorError: look === 'dark' ? '#E05656' : fills.alarm,
      colorLink: tokens.ink.accent,
      colorBgLayout: tokens.page,
      colorBgContainer: tokens.surface,
      colorBgElevated: look === 'dark' ? tokens.raised : tokens.surface,
      colorBorder: tokens.lineStrong,
      colorBorderSecondary: tokens.line,
      colorText: tokens.text,
      colorTextSecondary: tokens.textSoft,
      colorTextTertiary: tokens.textSoft,
      colorTextPlaceholder: tokens.textSoft,
      colorTextDescription: tokens.textSoft,
      fontFamily,
      fontSize: 14,
      borderRadius: 6,
      motion: !reducedMotion,
      motionDurationFast: '0.08s',
      motionDurationMid: '0.12s',
      motionDurationSlow: '0.15s',
      wireframe: false,
    },
    components: {
      Table: { cellFontSizeSM: 13, cellPaddingBlockSM: 6, headerBg: tokens.raised, headerSplitColor: 'transparent' },
      Drawer: { paddingLG: 20 },
      Descriptions: { labelBg: tokens.raised },
      Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
    },
  };
}
