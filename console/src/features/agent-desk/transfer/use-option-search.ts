import type { InputRef } from 'antd';
import { useRef, useState, type RefObject } from 'react';
import type { TransferOption } from '@/features/agent-desk/transfer/transfer-options';

/** A search among people and places: what was typed, what matches, and which match is chosen. */
export interface OptionSearch<T extends TransferOption> {
  readonly input: RefObject<InputRef | null>;
  readonly typed: string;
  readonly options: readonly T[];
  readonly chosen: T | undefined;
  readonly type: (text: string) => void;
  readonly choose: (option: T) => void;
  /** The next one, or the one before; the first and the last have none. */
  readonly step: (by: 1 | -1) => void;
  /** For the dialog around it: an opened one can be typed into, a closed one forgets. */
  readonly opened: (isOpen: boolean) => void;
}

export function useOptionSearch<T extends TransferOption>(find: (typed: string) => readonly T[]): OptionSearch<T> {
  const input = useRef<InputRef>(null);
  const [typed, setTyped] = useState('');
  const [place, setPlace] = useState(0);
  const options = find(typed);
  const at = Math.min(place, options.length - 1);
  const type = (text: string) => {
    setTyped(text);
    setPlace(0);
  };
  return {
    input,
    typed,
    options,
    chosen: options[at],
    type,
    choose: (option) => setPlace(options.indexOf(option)),
    step: (by) => setPlace(Math.max(0, Math.min(options.length - 1, at + by))),
    opened: (isOpen) => (isOpen ? input.current?.focus() : type('')),
  };
}
