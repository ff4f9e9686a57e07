import { PageTab, PageTabs } from '../../ui/page-tabs.js';

/** Where books come from: one place of the navigation, three pages. */
export function SourceTabs() {
  return (
    <PageTabs label="Sources">
      <PageTab to="/folders">Folders</PageTab>
      <PageTab to="/servers">Servers</PageTab>
      <PageTab to="/audible" search={{}}>
        Audible
      </PageTab>
    </PageTabs>
  );
}
