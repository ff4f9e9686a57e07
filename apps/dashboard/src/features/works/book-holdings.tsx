import { Skeleton, Stack, Text } from '@mantine/core';
import type { BookDetail, PurchaseOfBook } from '@octavo/contracts';
import { IconHeadphones } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { ProgressBar } from '../../ui/progress-bar.js';
import { Section } from '../../ui/section.js';
import { dayOf } from '../audible/series-words.js';
import { BookFiles } from '../books/book-files.js';
import classes from './book-holdings.module.css';
import { libraryWords, onlyThereWords, purchaseFacts, purchaseRemarks } from './purchase-words.js';
import { formsQuery } from './works.queries.js';

/** Where a book lies: its files, and at Audible. A title that was only bought has no files, and lacks none. */
export function BookHoldings({ book }: { book: Pick<BookDetail, 'id' | 'files'> }) {
  const forms = useQuery(formsQuery(book.id));
  const purchases = forms.data?.purchases ?? [];
  const hasFiles = book.files.length > 0;
  if (!hasFiles && forms.isPending) return <Skeleton height={96} aria-busy="true" aria-label="Loading where it lies" />;
  return (
    <>
      {(hasFiles || purchases.length === 0) && <BookFiles book={book} />}
      {purchases.length > 0 && (
        <Section title="At Audible" {...(!hasFiles && { about: onlyThereWords(purchases) })}>
          <Stack component="ul" gap="sm" className="quiet-list">
            {purchases.map((purchase) => (
              <Purchase key={purchase.id} purchase={purchase} />
            ))}
          </Stack>
        </Section>
      )}
    </>
  );
}

function Purchase({ purchase }: { purchase: PurchaseOfBook }) {
  const { heardPercent, isFinished, asin } = purchase;
  const percent = isFinished ? 100 : (heardPercent ?? 0);
  return (
    <li className={`panel ${classes.purchase}`} data-testid="purchase">
      <IconHeadphones size={22} stroke={1.6} aria-hidden="true" />
      <div className={classes.words}>
        <Text fw={550} className="unbroken">
          {libraryWords(purchase)}
        </Text>
        <Text size="sm" c="dimmed" className="number">
          {purchaseFacts(purchase).join(' · ')}
        </Text>
        {percent > 0 && <ProgressBar label="Heard so far" percent={percent} size="sm" />}
        {purchaseRemarks(purchase, dayOf(new Date())).map((remark) => (
          <Text key={remark} size="sm">
            {remark}
          </Text>
        ))}
        <Text size="xs" c="dimmed" className="unbroken">
          {asin}
        </Text>
      </div>
    </li>
  );
}
