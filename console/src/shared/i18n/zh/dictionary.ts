import { administrator, auditor } from '@/shared/i18n/zh/administrator';
import { agent } from '@/shared/i18n/zh/agent';
import { calls } from '@/shared/i18n/zh/calls';
import { common } from '@/shared/i18n/zh/common';
import { phone } from '@/shared/i18n/zh/phone';
import { firstStart, signIn } from '@/shared/i18n/zh/sign-in';
import { supervisor } from '@/shared/i18n/zh/supervisor';

export const zh = { common, signIn, firstStart, agent, phone, supervisor, auditor, calls, administrator };
