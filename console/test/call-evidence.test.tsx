// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
import { expectAccessible } from '@test/accessibility';
import { FakePlatform } from '@test/fake-server/fake-platform';
import { callDetails } from '@test/fake-server/records';
import { openPage } from '@test/render';

let platform: FakePlatform;
let play: ReturnType<typeof vi.fn<() => Promise<void>>>;

beforeEach(() => {
  platform = new FakePlatform();
  platform.user = 'auditor1';
  play = vi.fn(() => Promise.resolve());
  HTMLMediaElement.prototype.play = function (this: HTMLMediaElement) {
    return play().then(() => void this.dispatchEvent(new Event('playing')));
  };
  HTMLMediaElement.prototype.pause = function (this: HTMLMediaElement) {
    this.dispatchEvent(new Event('pause'));
  };
  HTMLMediaElement.prototype.load = () => undefined;
});

async function openCall(at = 0) {
  const call = platform.calls[at]?.id ?? '';
  const page = await openPage(`/auditor/calls/${call}`, platform);
  await screen.findByText(`通话 ${call}`);
  const drawer = screen.getByRole('dialog');
  await within(drawer).findByRole('region', { name: '录音' });
  return { ...page, drawer, call, path: `/api/calls/${call}/recording` };
}

const part = (drawer: HTMLElement, name: string) => within(drawer).getByRole('region', { name });

test('a recording is fetched only when played, with each side named and heard alone if wished', async () => {
  const { user, drawer, path } = await openCall();
  const player = part(drawer, '录音');
  expect(player).toHaveTextContent(/0:00 \/ 2:31.*左声道 · 客户.*右声道 · 坐席.*记入审计账本/);
  expect(drawer.querySelector('audio')).toHaveAttribute('preload', 'none');
  expect(drawer.querySelector('audio')).toHaveAttribute('src', path);
  await user.click(within(player).getByRole('button', { name: '播放录音' }));
  expect(play).toHaveBeenCalledOnce();
  await user.click(await within(player).findByRole('button', { name: '暂停' }));
  expect(await within(player).findByRole('button', { name: '播放录音' })).toBeVisible();
  await user.click(within(player).getByRole('radio', { name: '客户' }));
  expect(within(player).getByRole('radio', { name: '客户' })).toBeChecked();
  expect(within(player).getByRole('slider', { name: '播放位置' })).toBeInTheDocument();
  await user.click(within(player).getByRole('combobox', { name: '播放速度' }));
  await user.click(await screen.findByTitle('1.5×'));
  expect(drawer.querySelector('audio')?.playbackRate).toBe(1.5);
  expect(within(player).getByRole('button', { name: /录音凭证 SHA-256/ })).toBeVisible();
});

test('a recording that the platform refuses to hand out says why', async () => {
  const { user, drawer, path } = await openCall();
  play.mockImplementation(() => Promise.reject(new DOMException('no source', 'NotSupportedError')));
  platform.failures.set(`GET ${path}`, { status: 503, body: { rule: 'ledger.unavailable' } });
  await user.click(within(drawer).getByRole('button', { name: '播放录音' }));
  const alert = await within(drawer).findByRole('alert');
  expect(alert).toHaveTextContent(/录音没有打开.*ledger\.unavailable/);
  play.mockImplementation(() => Promise.resolve());
  await user.click(within(alert).getByRole('button', { name: '重试' }));
  expect(await within(drawer).findByRole('button', { name: '暂停' })).toBeVisible();
});

test('each talk of a call that was handed on is played on its own, and a lost one is named', async () => {
  const stored = { state: 'stored', startedAt: '2026-11-24T06:00:00.000Z', durationMillis: 61_000, bytes: 977_000, sha256: '0'.repeat(64) };
  platform.evidence.talks = [
    { offer: '71', agent: 'agent1', ...stored },
    { offer: '72', agent: 'agent2', state: 'missing' },
    { offer: '73', agent: 'agent3', ...stored, durationMillis: 30_000 },
  ];
  const { user, drawer, path } = await openCall();
  const talks = within(part(drawer, '录音')).getAllByRole('listitem');
  expect(talks.map((talk) => talk.textContent)).toEqual([
    expect.stringMatching(/第 1 段 · 坐席 陈静.*0:00 \/ 1:01/),
    expect.stringMatching(/第 2 段 · 坐席 李强.*应有录音，但没有找到/),
    expect.stringMatching(/第 3 段 · 坐席 agent3.*0:00 \/ 0:30/),
  ]);
  expect([...drawer.querySelectorAll('audio')].map((audio) => audio.getAttribute('src'))).toEqual([`${path}?offer=71`, `${path}?offer=73`]);
  await user.click(within(talks[2] ?? drawer).getByRole('button', { name: '播放录音' }));
  expect(play).toHaveBeenCalledOnce();
  await expectAccessible();
});

test('where a recording was paused is marked on its track and said in words', async () => {
  const gaps = [
    { fromMillis: 12_000, toMillis: 31_000, endedBy: 'agent' },
    { fromMillis: 60_000, toMillis: 61_000, endedBy: 'limit' },
  ];
  platform.evidence.recording = { state: 'stored', startedAt: '2026-11-24T06:00:00.000Z', durationMillis: 61_000, bytes: 977_000, sha256: '0'.repeat(64), gaps };
  const { drawer } = await openCall();
  const player = part(drawer, '录音');
  expect(player).toHaveTextContent(/录音在 0:12–0:31 暂停（坐席继续），双方静音.*录音在 1:00–1:01 暂停（到时自动继续）/);
  await expectAccessible();
});

test('a hold stops the clock of a call, with cause and file number, and is lifted again', async () => {
  const { user, drawer } = await openCall();
  const region = part(drawer, '保存与保全');
  expect(await within(region).findByText(/保存至 2027-05-23，到期彻底销毁/)).toBeVisible();
  expect(region).toHaveTextContent('（呼入 180 天）');
  await user.click(within(region).getByRole('button', { name: '设置保全' }));
  await user.click(within(region).getByRole('button', { name: /^保\s*全$/ }));
  expect(await within(region).findByText('请选择事由')).toBeVisible();
  await user.click(within(region).getByRole('radio', { name: '诉讼或仲裁' }));
  await user.type(within(region).getByLabelText('案号或文号'), '2026-0142');
  await user.click(within(region).getByRole('button', { name: /^保\s*全$/ }));
  expect(await within(region).findByText('已保全')).toBeVisible();
  expect(region).toHaveTextContent(/诉讼或仲裁 · 2026-0142 · auditor1 于 .* 设置/);
  expect(region).toHaveTextContent('原定 2027-05-23 到期，保全期间不销毁');
  await user.click(within(region).getByRole('button', { name: /^解\s*除$/ }));
  await user.click(within(region).getByRole('radio', { name: '事由已了结' }));
  await user.type(within(region).getByLabelText('案号或文号'), '2026-0142');
  await user.click(within(region).getByRole('button', { name: '解除保全' }));
  expect(await within(region).findByText(/auditor1 于 .* 解除/)).toBeVisible();
});

test('a destroyed recording says when, and has nothing to play or to hold', async () => {
  platform.evidence.recording = { state: 'destroyed', startedAt: '2026-01-24T06:00:00.000Z', durationMillis: 61_000, bytes: 977_000, sha256: '0'.repeat(64), destroyedAt: '2026-11-20T01:02:03.000Z' };
  platform.evidence.retention.talks = platform.evidence.retention.talks.map((talk) => ({ ...talk, destroyedAt: '2026-11-20T01:02:03.000Z' }));
  const { drawer } = await openCall();
  expect(part(drawer, '录音')).toHaveTextContent(/录音已于 2026-11-20 .* 到期销毁/);
  expect(within(drawer).queryByRole('button', { name: '播放录音' })).toBeNull();
  expect(await within(part(drawer, '保存与保全')).findByText(/任何备份都不能再打开/)).toBeVisible();
  expect(within(drawer).queryByRole('button', { name: '设置保全' })).toBeNull();
});

test('a call that was not answered has no recording and nothing to hold, and says so', async () => {
  platform.evidence.retention = { held: false, talks: [], holds: [] };
  const { drawer } = await openCall(3);
  expect(await within(part(drawer, '保存与保全')).findByText('这通电话没有录音，没有可以保全的内容。')).toBeVisible();
  expect(within(drawer).queryByRole('button', { name: '设置保全' })).toBeNull();
  expect(part(drawer, '录音')).toHaveTextContent('没有接通，因此没有录音');
});

test('a caller who did not want a recording has none, and the page does not say that nobody answered', async () => {
  platform.evidence.recording = { state: 'refused' };
  const { drawer } = await openCall();
  expect(part(drawer, '录音')).toHaveTextContent('客户不同意录音，因此没有录音');
});

test('a caller’s way names queues and self-services by their words', async () => {
  const [call] = platform.calls;
  const at = '2026-11-24T06:00:00.000Z';
  const steps = [
    { at, kind: 'entered', name: 'menu', score: null },
    { at, kind: 'message-left', name: 'support', score: null },
    { at, kind: 'lent', name: 'order-number', score: null },
  ];
  const body = call ? { ...callDetails(call), journey: { flow: 'main', version: 1, steps } } : {};
  platform.failures.set(`GET /api/calls/${call?.id ?? ''}`, { status: 200, body });
  const { drawer } = await openCall();
  const journey = part(drawer, '来电历程');
  expect(journey).toHaveTextContent(/进入节点“menu”.*给“售后”的座席留言.*转入自助服务：输入订单号/);
});

test('a call under way has its recording and its pack when it is over', async () => {
  const [first, ...rest] = platform.calls;
  platform.calls = first ? [{ ...first, endedAt: null, outcome: null }, ...rest] : [];
  platform.evidence.recording = { state: 'pending' };
  const { drawer } = await openCall();
  expect(part(drawer, '录音')).toHaveTextContent('通话结束后即可播放录音');
  expect(await within(drawer).findByRole('button', { name: '设置保全' })).toBeEnabled();
  expect(await within(drawer).findByRole('button', { name: '制作证据包' })).toBeDisabled();
  expect(drawer).toHaveTextContent('通话结束后可以制作');
});

test('a platform that does not tell of a recording is not taken to say that there was none', async () => {
  platform.evidence.recording = null;
  const { drawer } = await openCall();
  expect(part(drawer, '录音')).toHaveTextContent('平台没有给出这通电话的录音状态');
});

test('where the time went is told step by step, the person’s part apart', async () => {
  const { drawer } = await openCall();
  const steps = part(drawer, '时延分解');
  expect(steps).toHaveTextContent(/平台收到 AMI 事件.*\+1\.8 ms/);
  expect(steps).toHaveTextContent(/坐席话机振铃.*\+61\.5 ms/);
  expect(steps).toHaveTextContent(/坐席接起.*\+3\.96 s/);
  expect(steps).toHaveTextContent('机器用时共 108.0 ms');
});

test('who looked is told by the ledger, newest first', async () => {
  const { drawer } = await openCall();
  const table = await within(drawer).findByRole('table', { name: '谁看过' });
  const rows = within(table).getAllByRole('row').slice(1);
  expect(rows.map((each) => each.textContent)).toEqual([
    expect.stringMatching(/auditor1审计员查看通话待编号/),
    expect.stringMatching(/supervisor1班长播放录音账本 #121/),
    expect.stringMatching(/平台平台录音入库账本 #88/),
  ]);
  await expectAccessible();
});

test('a pack is made from the call, followed, verified on the spot and downloaded', async () => {
  const { user, drawer, call } = await openCall();
  await user.click(await within(drawer).findByRole('button', { name: '制作证据包' }));
  expect(await within(drawer).findByText('制作中')).toBeVisible();
  expect(await within(drawer).findByText('可用')).toBeVisible();
  await user.click(within(drawer).getByRole('link', { name: '查看证据包 7' }));
  await screen.findByText('证据包 7');
  const pack = screen.getByRole('dialog');
  expect(pack).toHaveTextContent(/case\.pdf案卷/);
  expect(within(pack).getByRole('link', { name: '下载' })).toHaveAttribute('href', '/api/packs/7/content');
  await user.click(within(pack).getByRole('button', { name: '当场核验' }));
  expect(await within(pack).findByText('核验通过：内容完整，签名可信')).toBeVisible();
  expect(pack).toHaveTextContent(/成立清单由所给信任公钥签名/);
  expect((await screen.findAllByRole('table', { name: '证据包' })).at(-1)).toHaveTextContent(call);
  await expectAccessible();
});

test('a pack that does not hold says which check failed', async () => {
  platform.evidence.patience = 0;
  platform.evidence.verification = {
    holds: false,
    checks: [{ code: 'signature', holds: false, zh: '签名与信任公钥不符。', en: 'The signature is not by the trust key.' }],
  };
  const { user, drawer } = await openCall();
  await user.click(await within(drawer).findByRole('button', { name: '制作证据包' }));
  await user.click(await within(drawer).findByRole('link', { name: '查看证据包 7' }));
  await user.click(await screen.findByRole('button', { name: '当场核验' }));
  expect(await screen.findByText('核验未通过')).toBeVisible();
  expect(screen.getByText('签名与信任公钥不符。')).toBeVisible();
});

test('without packs the page says how to make one', async () => {
  const { user } = await openPage('/auditor/packs', platform);
  expect(await screen.findByText('还没有证据包')).toBeVisible();
  await user.click(screen.getByRole('button', { name: '去通话' }));
  expect(await screen.findAllByRole('table', { name: '通话记录' })).not.toHaveLength(0);
});

test('the supervisor hears a call of today from the figure that counts it', async () => {
  platform.user = 'supervisor1';
  const { user } = await openPage('/supervisor', platform);
  const queue = await screen.findByRole('listitem', { name: '售后' });
  await user.click(within(queue).getByRole('button', { name: /接听/ }));
  const drawer = await screen.findByRole('dialog', { name: '售后：今日接听' });
  await user.click((await within(drawer).findAllByText('已接听'))[0] ?? drawer);
  await user.click(await within(drawer).findByRole('button', { name: '播放录音' }));
  await waitFor(() => expect(play).toHaveBeenCalledOnce());
  await user.click(within(drawer).getByRole('button', { name: '返回列表' }));
  expect(await within(drawer).findAllByRole('table', { name: '通话记录' })).not.toHaveLength(0);
});
