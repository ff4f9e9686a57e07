import { Modal, type ModalProps } from '@mantine/core';
import { useEffect, useState } from 'react';

/** A dialog for as long as it is in the page. What had the focus before has it again afterwards. */
export function Dialog(props: Omit<ModalProps, 'opened'>) {
  // Before the first effect: from then on the focus is in here.
  const [opener] = useState(() => openerOf(document.activeElement));
  useEffect(() => () => opener?.focus({ preventScroll: true }), [opener]);
  return <Modal opened {...props} />;
}

/** Where the focus is to return to: of an entry of a menu, which closes, to the button that opens the menu. */
function openerOf(focused: Element | null): HTMLElement | null {
  const menu = focused?.closest('[role="menu"]');
  const opener = menu ? document.querySelector(`[aria-controls="${menu.id}"]`) : focused;
  return opener instanceof HTMLElement ? opener : null;
}
