import { useEffect, useEffectEvent, useState } from 'react';
import { type Brought, filesOfDrop } from './brought-files.js';

/**
 * Takes files that are dropped on `target`, or on anything in it that is no target itself; null: nothing is taken. Gives
 * whether files are held over it now.
 */
export function useDrop(target: EventTarget | null, onDrop: (brought: Brought) => void): boolean {
  const [over, setOver] = useState(false);
  const drop = useEffectEvent(onDrop);
  useEffect(() => {
    if (!target) return;
    // Entering a part of the target is told before leaving the one around it, so they are counted.
    let depth = 0;
    const move = (steps: number) => {
      depth = Math.max(0, depth + steps);
      setOver(depth > 0);
    };
    const listeners: Record<string, (transfer: DataTransfer) => void> = {
      dragenter: () => move(1),
      dragleave: () => move(-1),
      dragover: (transfer) => (transfer.dropEffect = 'copy'),
      drop: (transfer) => {
        move(-depth);
        void filesOfDrop(transfer).then(drop);
      },
    };
    const listen = (event: Event) => {
      const { type, dataTransfer } = event as DragEvent;
      if (!dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      event.stopPropagation();
      listeners[type]?.(dataTransfer);
    };
    for (const type of Object.keys(listeners)) target.addEventListener(type, listen);
    return () => {
      for (const type of Object.keys(listeners)) target.removeEventListener(type, listen);
    };
  }, [target]);
  return over && target !== null;
}
