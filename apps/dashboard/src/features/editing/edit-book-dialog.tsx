import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { BookDetail } from '@octavo/contracts';
import { type KeyboardEvent, type SyntheticEvent, useEffect, useRef } from 'react';
import { Dialog } from '../../ui/dialog.js';
import { FormProblem } from '../../ui/form-problem.js';
import { useIsPhone } from '../../ui/use-is-phone.js';
import { counted } from '../libraries/library-words.js';
import { CoverLine } from './cover-line.js';
import { DiscardQuestion } from './discard-question.js';
import classes from './edit-book-dialog.module.css';
import { EditFields } from './edit-fields.js';
import { type BookEdit, useBookEdit } from './use-book-edit.js';

interface EditBookDialogProps {
  book: BookDetail;
  onClose: () => void;
}

/** Edits every field of a book. Leaving it with something unsaved is asked about. */
export function EditBookDialog({ book, onClose }: EditBookDialogProps) {
  const edit = useBookEdit(book, onClose);
  const isPhone = useIsPhone();
  const [asking, question] = useDisclosure(false);
  const isChanged = edit.changed.length > 0;
  const leave = () => (isChanged ? question.open() : onClose());
  return (
    <Dialog
      title={`Edit “${book.title}”`}
      onClose={leave}
      closeOnEscape={!asking}
      closeOnClickOutside={!isChanged}
      size="50rem"
      fullScreen={isPhone}
    >
      <EditForm book={book} edit={edit} onLeave={leave} />
      <DiscardQuestion isChanged={isChanged} asking={asking} onStay={question.close} onDiscard={onClose} />
    </Dialog>
  );
}

function EditForm({ book, edit, onLeave }: { book: BookDetail; edit: BookEdit; onLeave: () => void }) {
  const form = useRef<HTMLFormElement>(null);
  const { tries, problem, isPending } = edit;
  // After each try the first field that is complained of is what one wants to see.
  useEffect(() => {
    if (tries > 0 && !isPending) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [tries, isPending]);
  const onSubmit = (event: SyntheticEvent) => {
    event.preventDefault();
    edit.save();
  };
  return (
    <form
      ref={form}
      className={classes.form}
      onSubmit={onSubmit}
      onKeyDown={saveByKey}
      noValidate
      data-testid="edit-book"
    >
      <EditFields book={book} edit={edit} />
      <CoverLine book={book} />
      <div className={classes.actions} data-lower-corner>
        {problem && (
          <div className={classes.problem}>
            <FormProblem problem={{ ...problem, title: 'It was not saved' }} />
          </div>
        )}
        <span className={classes.hint} role="status">
          {edit.changed.length > 0 && `${counted(edit.changed.length, 'field')} changed`}
        </span>
        <Button variant="default" onClick={onLeave}>
          Cancel
        </Button>
        <Button type="submit" loading={isPending} title="Ctrl + Enter">
          Save
        </Button>
      </div>
    </form>
  );
}

/** Ctrl or Cmd with Enter saves from anywhere. What is being typed is taken in first, as when one leaves its field. */
function saveByKey(event: KeyboardEvent<HTMLFormElement>): void {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  const form = event.currentTarget;
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  setTimeout(() => form.requestSubmit());
}
