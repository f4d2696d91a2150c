interface Wire {
  send(text: string): void;
}

interface Dialog {
  readonly callId: string;
  readonly fromTag: string;
  readonly uri: string;
  readonly contact: string;
  toTag: string;
  readonly branch: string;
}

const crlf = '\r\n';

/** An offer as a PBX makes it; nobody answers at its address, so a leg comes up without any sound. */
const offer = [
  'v=0',
  'o=- 1 1 IN IP4 127.0.0.1',
  's=-',
  't=0 0',
  'a=group:BUNDLE 0',
  'm=audio 9 UDP/TLS/RTP/SAVPF 111 0',
  'c=IN IP4 127.0.0.1',
  'a=mid:0',
  'a=sendrecv',
  'a=rtcp-mux',
  'a=setup:actpass',
  'a=ice-ufrag:fake',
  'a=ice-pwd:fakefakefakefakefakefake',
  `a=fingerprint:sha-256 ${Array.from({ length: 32 }, () => '0A').join(':')}`,
  'a=rtpmap:111 opus/48000/2',
  'a=rtpmap:0 PCMU/8000',
  'a=candidate:1 1 UDP 2130706431 127.0.0.1 9 typ host',
  'a=end-of-candidates',
  '',
].join(crlf);

function header(message: string, name: string): string {
  return new RegExp(`^${name}:\\s*(.*)$`, 'im').exec(message)?.[1]?.trim() ?? '';
}

/** Just enough SIP over WebSocket for a softphone: it takes every registration, invites, cancels, holds and says goodbye. */
export class FakePbx {
  #wire: Wire | null = null;
  #contact = '';
  #dialog: Dialog | null = null;
  #count = 0;

  connect(wire: Wire): void {
    this.#wire = wire;
  }

  disconnect(wire: Wire): void {
    if (this.#wire === wire) {
      this.#wire = null;
    }
  }

  /** Rings the softphone: the contact stands in From's user, the queue in its display name. */
  invite(contact: string, queue: string): void {
    this.#count += 1;
    const dialog = {
      callId: `fake-${this.#count}`,
      fromTag: `tag-${this.#count}`,
      uri: this.#contact,
      contact: `"${queue}" <sip:${contact}@kezheng>`,
      toTag: '',
      branch: `z9hG4bKfake${this.#count}`,
    };
    this.#dialog = dialog;
    this.#ask('INVITE', dialog, offer);
  }

  cancel(): void {
    if (this.#dialog) {
      this.#ask('CANCEL', this.#dialog, '');
    }
  }

  /** The caller hangs up. */
  bye(): void {
    if (this.#dialog) {
      this.#ask('BYE', this.#dialog, '');
      this.#dialog = null;
    }
  }

  receive(message: string): void {
    const first = message.split(crlf, 1)[0] ?? '';
    if (first.startsWith('SIP/2.0')) {
      this.#takeAnswer(message, Number(first.split(' ')[1]));
    } else if (first.startsWith('REGISTER')) {
      this.#contact = /<([^>]+)>/.exec(header(message, 'Contact'))?.[1] ?? '';
      this.#answer(message, ['Expires: 120', `Contact: <${this.#contact}>;expires=120`]);
    } else if (first.startsWith('INVITE')) {
      const body = message.split(crlf + crlf)[1] ?? '';
      const direction = body.includes('a=sendonly') ? 'a=recvonly' : 'a=sendrecv';
      this.#answer(message, ['Contact: <sip:fake@127.0.0.1;transport=ws>', 'Content-Type: application/sdp'], answerTo(direction));
    } else if (!first.startsWith('ACK') && first !== '') {
      this.#answer(message, []);
    }
  }

  #takeAnswer(message: string, status: number): void {
    const dialog = this.#dialog;
    if (dialog && status >= 200 && header(message, 'CSeq').endsWith('INVITE')) {
      dialog.toTag = /tag=([^;\s]+)/.exec(header(message, 'To'))?.[1] ?? '';
      this.#ask('ACK', dialog, '');
    }
  }

  #ask(method: string, dialog: Dialog, body: string): void {
    const to = method === 'CANCEL' || dialog.toTag === '' ? '' : `;tag=${dialog.toTag}`;
    const branch = method === 'BYE' ? `${dialog.branch}b` : dialog.branch;
    this.#write([
      `${method} ${dialog.uri} SIP/2.0`,
      `Via: SIP/2.0/WS 127.0.0.1;branch=${branch}`,
      'Max-Forwards: 70',
      `From: ${dialog.contact};tag=${dialog.fromTag}`,
      `To: <sip:kz-1@kezheng>${to}`,
      `Call-ID: ${dialog.callId}`,
      `CSeq: ${method === 'BYE' ? 2 : 1} ${method}`,
      'Contact: <sip:fake@127.0.0.1;transport=ws>',
      ...(body === '' ? [] : ['Content-Type: application/sdp']),
    ], body);
  }

  #answer(request: string, more: string[], body = ''): void {
    const to = header(request, 'To');
    this.#write([
      'SIP/2.0 200 OK',
      `Via: ${header(request, 'Via')}`,
      `From: ${header(request, 'From')}`,
      `To: ${to.includes('tag=') ? to : `${to};tag=pbx`}`,
      `Call-ID: ${header(request, 'Call-ID')}`,
      `CSeq: ${header(request, 'CSeq')}`,
      ...more,
    ], body);
  }

  #write(headers: string[], body: string): void {
    this.#wire?.send([...headers, `Content-Length: ${body.length}`, '', body].join(crlf));
  }
}

function answerTo(direction: string): string {
  return offer.replace('a=sendrecv', direction).replace('a=setup:actpass', 'a=setup:passive').replace('o=- 1 1', 'o=- 1 2');
}
