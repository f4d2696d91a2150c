import { administrator, auditor } from '@/shared/i18n/zh/administrator';
import { agent } from '@/shared/i18n/zh/agent';
import { claims, equipment, ledger, packs, recording, waterfall } from '@/shared/i18n/zh/evidence';
import { appointments } from '@/shared/i18n/zh/appointments';
import { outside, refusals } from '@/shared/i18n/zh/outside';
import { measures, nav } from '@/shared/i18n/zh/measures';
import { callback, emergency, journey, messages, nuisance, verification } from '@/shared/i18n/zh/callers';
import { calls } from '@/shared/i18n/zh/calls';
import { common } from '@/shared/i18n/zh/common';
import { phone } from '@/shared/i18n/zh/phone';
import { quality } from '@/shared/i18n/zh/quality';
import { retention } from '@/shared/i18n/zh/retention';
import { samples } from '@/shared/i18n/zh/samples';
import { firstStart, signIn } from '@/shared/i18n/zh/sign-in';
import { supervisor } from '@/shared/i18n/zh/supervisor';

export const zh = { common, signIn, firstStart, agent, phone, supervisor, auditor, calls, administrator, claims, equipment, ledger, packs, recording, retention, samples, waterfall, measures, nav, journey, emergency, quality, outside, refusals, appointments, callback, messages, nuisance, verification };
