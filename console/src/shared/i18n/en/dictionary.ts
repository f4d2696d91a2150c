import { administrator, auditor } from '@/shared/i18n/en/administrator';
import { agent } from '@/shared/i18n/en/agent';
import { claims, equipment, ledger, packs, recording, waterfall } from '@/shared/i18n/en/evidence';
import { appointments } from '@/shared/i18n/en/appointments';
import { outside, refusals } from '@/shared/i18n/en/outside';
import { measures, nav } from '@/shared/i18n/en/measures';
import { callback, emergency, journey, messages, nuisance, verification } from '@/shared/i18n/en/callers';
import { calls } from '@/shared/i18n/en/calls';
import { common } from '@/shared/i18n/en/common';
import { phone } from '@/shared/i18n/en/phone';
import { quality } from '@/shared/i18n/en/quality';
import { retention } from '@/shared/i18n/en/retention';
import { samples } from '@/shared/i18n/en/samples';
import { firstStart, signIn } from '@/shared/i18n/en/sign-in';
import { supervisor } from '@/shared/i18n/en/supervisor';

export const en = { common, signIn, firstStart, agent, phone, supervisor, auditor, calls, administrator, claims, equipment, ledger, packs, recording, retention, samples, waterfall, measures, nav, journey, emergency, quality, outside, refusals, appointments, callback, messages, nuisance, verification };
