import { Input } from 'antd';
import type { KeyboardEvent } from 'react';
import { TransferOptionLine } from '@/features/agent-desk/transfer/transfer-option-line';
import { idOf, type TransferOption } from '@/features/agent-desk/transfer/transfer-options';
import type { OptionSearch } from '@/features/agent-desk/transfer/use-option-search';
import styles from '@/features/agent-desk/transfer/transfer-dialog.module.css';

interface OptionSearchBoxProps<T extends TransferOption> {
  readonly id: string;
  readonly label: string;
  readonly listLabel: string;
  readonly search: OptionSearch<T>;
  /** Whether the option can be taken by Enter. */
  readonly isOpen: (option: T) => boolean;
  readonly onEnter: (isShift: boolean) => void;
}

/** A box to type into with its matches below: chosen by the arrow keys or the mouse, taken by Enter. */
export function OptionSearchBox<T extends TransferOption>({ id, label, listLabel, search, isOpen, onEnter }: OptionSearchBoxProps<T>) {
  const { input, typed, options, chosen } = search;
  const press = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      search.step(step);
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault();
      onEnter(event.shiftKey);
    }
  };
  return (
    <>
      <Input
        ref={input}
        role="combobox"
        aria-expanded
        aria-controls={id}
        aria-activedescendant={chosen === undefined ? undefined : idOf(chosen)}
        aria-label={label}
        placeholder={label}
        value={typed}
        maxLength={64}
        onChange={(event) => search.type(event.target.value)}
        onKeyDown={press}
      />
      <div id={id} role="listbox" aria-label={listLabel} className={styles['list']}>
        {options.map((option) => (
          <TransferOptionLine
            key={idOf(option)}
            option={option}
            isOpen={isOpen(option)}
            isChosen={option === chosen}
            onChoose={() => search.choose(option)}
          />
        ))}
      </div>
    </>
  );
}
