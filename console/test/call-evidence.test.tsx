// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
import { expectAccessible } from '@test/accessibility';
import { FakePlatform } from '@test/fake-server/fake-platform';
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

test('a call that was not answered has no recording, and says so', async () => {
  const { drawer } = await openCall(3);
  expect(part(drawer, '录音')).toHaveTextContent('没有接通，因此没有录音');
});

test('a call under way has its recording and its pack when it is over', async () => {
  const [first, ...rest] = platform.calls;
  platform.calls = first ? [{ ...first, endedAt: null, outcome: null }, ...rest] : [];
  platform.evidence.recording = { state: 'pending' };
  const { drawer } = await openCall();
  expect(part(drawer, '录音')).toHaveTextContent('通话结束后即可播放录音');
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
