import { useEffect, useEffectEvent, useState } from 'react';
import { announceProblem } from '../../ui/announce.js';
import type { Brought } from './brought-files.js';
import { filesOfDrop } from './files-of-drop.js';
import { unreadableDrop } from './passed-over.js';

/**
 * Takes files that are dropped on `target`, or on anything in it that is no target itself; null: nothing is taken. Gives
 * whether files are held over it now.
 */
export function useDrop(target: EventTarget | null, onDrop: (brought: Brought) => void): boolean {
  const [over, setOver] = useState(false);
  const drop = useEffectEvent(onDrop);
  useEffect(() => {
    if (!target) return;
    // Entering a part is told before leaving the one around it, and leaving a part that went away is never told. So it
    // is only over when the part entered last is left.
    let entered: EventTarget | null = null;
    const enter = (part: EventTarget | null) => {
      entered = part;
      setOver(part !== null);
    };
    const listeners: Record<string, (event: DragEvent, transfer: DataTransfer) => void> = {
      dragenter: (event) => enter(event.target),
      dragleave: (event) => event.target === entered && enter(null),
      dragover: (_event, transfer) => (transfer.dropEffect = 'copy'),
      drop: (_event, transfer) => {
        enter(null);
        void filesOfDrop(transfer).then(drop, () => announceProblem(unreadableDrop()));
      },
    };
    const listen = (event: Event) => {
      const { type, dataTransfer } = event as DragEvent;
      if (!dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      event.stopPropagation();
      listeners[type]?.(event as DragEvent, dataTransfer);
    };
    for (const type of Object.keys(listeners)) target.addEventListener(type, listen);
    return () => {
      for (const type of Object.keys(listeners)) target.removeEventListener(type, listen);
    };
  }, [target]);
  return over && target !== null;
}
