import { Menu } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { AudibleAccount } from '@octavo/contracts';
import { IconLogin2, IconPencil, IconPlugX, IconRefreshDot, IconWorldPlus } from '@tabler/icons-react';
import { ChangeMenu, MENU_ICON } from '../../ui/change-menu.js';
import { signInNeedOf } from './account-words.js';
import { useSyncAccount } from './audible-changes.js';
import { EditAccountDialog } from './edit-account-dialog.js';
import { MarketplacesDialog } from './marketplaces-dialog.js';
import { RemoveAccountDialog } from './remove-account-dialog.js';
import { SignInAgainDialog } from './sign-in-again-dialog.js';

/** What can be changed about an account. */
export function AccountMenu({ account }: { account: AudibleAccount }) {
  const { id, name } = account;
  const [editing, edit] = useDisclosure(false);
  const [searching, search] = useDisclosure(false);
  const [signingIn, signIn] = useDisclosure(false);
  const [removing, remove] = useDisclosure(false);
  const sync = useSyncAccount(id);
  const isOpen = signInNeedOf(account) === undefined;
  return (
    <>
      <ChangeMenu name={name} pending={sync.isPending}>
        {isOpen && (
          <>
            <Menu.Item leftSection={<IconRefreshDot {...MENU_ICON} />} onClick={() => sync.mutate(true)}>
              Look at everything
            </Menu.Item>
            <Menu.Item leftSection={<IconWorldPlus {...MENU_ICON} />} onClick={search.open}>
              Other marketplaces
            </Menu.Item>
          </>
        )}
        <Menu.Item leftSection={<IconPencil {...MENU_ICON} />} onClick={edit.open}>
          Edit
        </Menu.Item>
        <Menu.Item leftSection={<IconLogin2 {...MENU_ICON} />} onClick={signIn.open}>
          Sign in again
        </Menu.Item>
        <Menu.Item color="red" leftSection={<IconPlugX {...MENU_ICON} />} onClick={remove.open}>
          Remove
        </Menu.Item>
      </ChangeMenu>
      {editing && <EditAccountDialog account={account} onClose={edit.close} />}
      {searching && <MarketplacesDialog account={account} onClose={search.close} />}
      {signingIn && <SignInAgainDialog account={account} onClose={signIn.close} />}
      {removing && <RemoveAccountDialog account={account} onClose={remove.close} />}
    </>
  );
}
