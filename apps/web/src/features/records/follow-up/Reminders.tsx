import { useClient, useQuery } from 'urql';
import { readFragment } from '../../../shared/graphql/graphql.ts';
import { useLast } from '../../../shared/graphql/use-last.ts';
import { usePrinting } from '../../../shared/messages/LanguageProvider.tsx';
import { useTurnedPages } from '../../../shared/ui/Pages.tsx';
import { ProperName } from '../../../shared/ui/ProperName.tsx';
import { SidePanel } from '../../../shared/ui/SidePanel.tsx';
import { fetchedPage } from '../fetch-page.ts';
import { RecordForm } from '../form/RecordForm.tsx';
import { RemindersQuery, SendReminder } from '../record-documents.ts';
import { ReminderFields, type ReminderData } from '../record-fields.ts';
import { RecordDownload } from '../RecordDownload.tsx';
import { useRecordTexts } from '../use-record-texts.ts';
import { FollowedList } from './FollowedList.tsx';
import { reminderSlugs, standingOf } from './follow-up-search.ts';
import type { TabProps } from './FollowUpPage.tsx';
import { ReminderPanel } from './ReminderPanel.tsx';
import { ReminderTable } from './ReminderTable.tsx';
import { StandingChoice } from './StandingChoice.tsx';
import { unitOptions } from './unit-options.ts';

/** What units above urged a unit and those below it to do, those first whose reply is overdue. */
export function Reminders({ page, search, onSearch, onChanged }: TabProps) {
  const { t, words } = useRecordTexts();
  const pages = useTurnedPages();
  const standing = standingOf(reminderSlugs, search.loc, 'WAITING');
  const unit = page.unit.id;
  const [{ data, error, fetching }, execute] = useQuery({ query: RemindersQuery, variables: { unit, standing, first: pages.size, after: pages.after } });
  const list = useLast(data)?.list;
  const rows = list?.nodes.map((node) => readFragment(ReminderFields, node)) ?? [];
  const opened = useLast(rows.find(({ id }) => id === search.muc));
  const again = () => {
    execute({ requestPolicy: 'network-only' });
    onChanged();
  };
  const close = () => onSearch({ muc: undefined });
  const done = () => {
    again();
    close();
  };
  return (
    <>
      <FollowedList
        title={t.followUp.tab['don-doc']}
        tools={<StandingChoice slugs={reminderSlugs} standing={standing} words={words.reminderStandings} onChange={(loc) => onSearch({ loc, muc: undefined })} />}
        list={list}
        error={error}
        fetching={fetching}
        pages={pages}
        said={t.reminders.shown}
        empty={t.reminders.empty[standing]}
        emptyNext={t.reminders.emptyNext}
        onRetry={again}
        download={<Download unit={unit} unitCode={page.unit.code} standing={standing} />}
      >
        <ReminderTable rows={rows} onOpen={(muc) => onSearch({ muc })} />
      </FollowedList>
      {search.muc === 'moi' ? <SendPanel page={page} onDone={done} onClose={close} /> : null}
      {search.muc === undefined || search.muc === 'moi' || list === undefined ? null : opened?.id === search.muc ? (
        <ReminderPanel key={opened.id} row={opened} today={page.today} onChanged={again} onDone={done} onClose={close} />
      ) : (
        <SidePanel title={t.reminders.panel} onClose={close}>
          <p>{t.common.notHere}</p>
        </SidePanel>
      )}
    </>
  );
}

interface SendPanelProps {
  readonly page: TabProps['page'];
  readonly onDone: () => void;
  readonly onClose: () => void;
}

function SendPanel({ page, onDone, onClose }: SendPanelProps) {
  const { f } = usePrinting();
  const { t } = useRecordTexts();
  const says = t.reminders.field;
  const options = unitOptions(page);
  return (
    <SidePanel title={t.reminders.send} lead={<ProperName>{page.unit.name}</ProperName>} onClose={onClose}>
      <RecordForm
        name={`reminder of ${page.unit.id}`}
        label={t.reminders.send}
        action={t.reminders.save}
        fields={[
          { name: 'unit', kind: 'choice', label: says.unit, options },
          { name: 'text', kind: 'lines', label: says.text, required: true },
          { name: 'on', kind: 'day', label: says.on, required: true },
          { name: 'answerUntil', kind: 'day', label: says.answerUntil },
        ]}
        initial={{ unit: options[0]?.value ?? '', text: '', on: f.date(page.today), answerUntil: '' }}
        document={SendReminder}
        input={({ unit, text, on, answerUntil }, idempotencyKey) => ({ unit, text, on, answerUntil: answerUntil || null, idempotencyKey })}
        onDone={onDone}
        onCancel={onClose}
      />
    </SidePanel>
  );
}

function Download({ unit, unitCode, standing }: { readonly unit: string; readonly unitCode: string; readonly standing: 'WAITING' | 'OVERDUE' | 'ANSWERED' }) {
  const { f } = usePrinting();
  const { t } = useRecordTexts();
  const client = useClient();
  const day = (value: string | null) => (value === null ? null : f.date(value));
  return (
    <RecordDownload<ReminderData>
      fileName={`${t.reminders.files}-${unitCode}`}
      sheet={t.followUp.tab['don-doc']}
      columns={t.reminders.columns}
      fetchPage={async (after) =>
        fetchedPage(
          await client.query(RemindersQuery, { unit, standing, first: 100, after }, { requestPolicy: 'network-only' }).toPromise(),
          ({ list }) => list,
          (node) => readFragment(ReminderFields, node),
        )
      }
      cells={(row) => [row.unit?.name ?? null, row.by?.name ?? null, f.date(row.on), row.text, day(row.answerUntil), row.isOverdue ? t.common.yes : null, day(row.repliedOn), row.reply, row.repliedBy]}
    />
  );
}
