import type { HelpTexts } from './help-texts.ts';

/** The English help. */
export const en: HelpTexts = {
  title: 'Help',
  back: 'Back',
  pages: 'Pages of the help',
  answers: 'This page answers',
  reading: 'How to read it',
  doing: 'What can be done',
  keys: 'Keys',
  screens: {
    viec: {
      title: 'To do',
      answers: ['What has to be done first today, what is overdue, what is due in the next seven days.', 'Whose each thing is, why it has to be done, by which day, and by which unit.'],
      reading: {
        dots: 'Each dot is a deadline in the week written below; where there are too many, each dot is a round number, and the page says so. The red column on the left: overdue.',
      },
      doing: [
        ['Do it in place', 'The button at the end of a line opens a panel beside the list and records exactly the step that is awaited. Where there is no button another unit records that step, and the line says so, or the role in use records none.'],
        ['Working days', 'A deadline counted in working days leaves out Saturdays, Sundays and holidays; one counted in months tells days. The last day always stands beside it.'],
        ['Groups', 'Overdue, next 7 days, returned, for approval (by one’s own unit), coming. Each thing stands in one group, the most urgent. Letters of transfer that wait to be accepted, and those that were sent and are overdue, are here too.'],
        ['Print', 'On paper the things to do stand unit by unit, to be handed out.'],
      ],
    },
    'tong-quan': {
      title: 'Overview',
      answers: [
        'How many people the unit admitted in the period, more or fewer than in the same period of the year before.',
        'Which units below have fewer, by how many people, and whether it is so everywhere or with a few.',
        'How admissions developed, and who was admitted.',
      ],
      reading: {
        behind: 'The bar is the number admitted in the period, the black line the same period of the year before. Orange and an arrow down: fewer than then.',
        level: 'Blue: as many or more. All bars of the table share one scale, so they compare with each other.',
        strip: 'The cells are the units below the one of that row, those with fewer first. Much orange: fewer everywhere. A few orange cells: a few units only. Grey: none in either year. The number beside it: units with fewer, of those that can be compared.',
        trend: 'The strong line is the period shown, the grey one the year before. Cumulative tells how far one has come, step by step which months were strong.',
        figure: 'An underlined number opens the list behind it. The list adds up to exactly that number.',
        hidden: '“Hidden”: a small number that is not shown, so that it tells nothing about a person. “—”: no number, or nothing to compare with.',
      },
      doing: [
        ['Open a unit', 'Press its name in the table. Period and order stay; the path above the name leads back up.'],
        ['Sort and filter', 'Press the name of a column to sort, once more to turn it round. Names are found without marks too.'],
      ],
    },
    'to-chuc': {
      title: 'Organisation',
      answers: ['Where a unit stands in the organisation, and which units are below it.', 'Which branch has many members, and which admits many for the members that it has.'],
      reading: {
        level: 'The bar is the number admitted in the period. Units of one level share one scale.',
        hidden: '“Hidden”: a small number that is not shown, so that it tells nothing about a person.',
      },
      doing: [
        ['Walk the tree', 'The right arrow opens a branch, the left one closes it, * opens the units of one level; letters jump to a name; Enter opens the unit. “Open down to” opens the whole tree, and what is open is what is printed.'],
        ['Search', 'Type a part of the name, with or without marks; the tree keeps the way to what was found.'],
        ['The whole', 'The higher a cell, the more members; the darker, the higher the rate of admission. Press a cell to see what is below it. By keys: arrows to move, Enter to go in, Backspace to go up.'],
        ['List', 'The unit shown and all units below it, filtered by kind, in the order of the tree, the name or the code.'],
      ],
    },
    'don-vi': {
      title: 'Page of a unit',
      answers: ['Everything about one unit in one place: its figures, the units below, the history of its names and places.'],
      reading: {
        figure: 'An underlined number opens the list behind it.',
        trend: 'The strong line is the period shown, the grey one the year before.',
      },
      doing: [
        ['Members', 'The people, found by name without marks; press a name to see the record.'],
        ['History', 'The names that it had, the units that it stood under, foundation, mergers, terms.'],
      ],
    },
    nguoi: {
      title: 'Person',
      answers: [
        'At which stage between source and official member this person is, what is due, and whose act it is.',
        'What happened, when, by which document and who recorded it; which stage was late; which papers are missing.',
      ],
      reading: {},
      doing: [
        ['Record the next step', 'The button at the top (on a phone: at the bottom) opens the step that is awaited and asks what that step needs. “Another step…” opens the others; those of another body say whose they are.'],
        ['Undo', 'Right after recording, Undo is there for 8 seconds; later the last step is undone in What happened, with a reason. An undone line stays, struck through.'],
        ['The line', 'Seven stages with the day on which each was reached. Thick and red: that stage was late.'],
        ['Papers', 'Each line is a paper with its form number: missing, asked for (waiting), there, or older than 12 months. Press Record to enter day and number.'],
        ['Add a candidate', 'Name, date of birth, gender, cell. Somebody of the same name and date of birth is told of before anybody is added.'],
        ['Transfer…, Begin again…, Readmit…', 'Issues a letter for whoever leaves; for who was dropped, or was a member, takes up the way again. Where it is not possible, it is said why.'],
      ],
    },
    nguon: {
      title: 'Candidates',
      answers: ['How many people are at each stage from source to probation, which stage is full, which is late.', 'Where each person stands, which papers are missing, who helps.'],
      reading: {
        late: 'The bar is the number of people at a stage, its red part those who are overdue. The days at the end: half of the people have waited longer since their last step.',
      },
      doing: [
        ['Filter', 'By name (marks may be left out), unit, stage, overdue only. Press a bar to see one stage. The address of the page holds the whole filter.'],
        ['Table or columns', 'One filter, shown as a table or in columns by stage. Those who are official, and those who stopped, are folded up in the last two columns.'],
        ['Record a step…', 'Opens a panel with the step that is awaited and the others that can be recorded.'],
        ['Add a candidate', 'Records somebody whom a cell has found.'],
        ['Download', 'The file has everybody whom the filter finds, not the page shown alone.'],
      ],
    },
    'ket-nap': {
      title: 'Admission and probation',
      answers: ['Who waits for the ceremony, which probationary members are due, who is overdue, who was recognised.', 'How many days are left, which papers are missing, whose act it is.'],
      reading: {
        dots: 'Deadlines of ceremonies and recognitions in the next 12 weeks; the red column on the left is what is overdue.',
      },
      doing: [
        ['Recognise many', 'In “Probation due” tick those who wait for the decision, or “Choose all”, then “Recognise”. Enter the number of the decision: each person is checked first, the page says what stands against whom, and only then it is recorded.'],
        ['No extension', 'After twelve months there is recognition or removal. A late decision still takes effect on the day the twelve months ended.'],
        ['One person', 'The button at the end of a line records the step that this person waits for.'],
      ],
    },
    'chuyen-sinh-hoat': {
      title: 'Transfers',
      answers: ['Which letters wait for this unit to accept them, which were sent and are not accepted yet, which are overdue.', 'Who is away for a time, and which letters are done or were cancelled.'],
      reading: {},
      doing: [
        ['Accept', 'The button at the end of a line opens the letter beside the list; enter the day and accept. From that day on the person with the file belongs to the receiving cell, and both headcounts change at once.'],
        ['I have a letter', 'Enter the code that is on the paper to see what it says, choose a cell of yours, and accept. A code can be used for 180 days, and opens nothing once the letter is accepted or cancelled.'],
        ['Two deadlines', 'A letter is presented at the new place within 30 working days of its date; activity begins within 60 working days of the decision or the move.'],
        ['Issue a letter', 'On the page of the person who leaves. Inside one grassroots organisation the cell issues it, to another one the grassroots committee, out of the upper body that body.'],
        ['What the old unit knows', 'Once the person is accepted, only the name, the day, and the destination as the letter says.'],
      ],
    },
    'phu-trach': {
      title: 'Units in my charge',
      answers: ['How the units that I am assigned to are doing, and which needs attention first.', 'Who is in charge of which unit, since when and by which document.'],
      reading: { behind: 'The bar is the admissions of the period, the line across it the target. The unit farthest from its target comes first; all figures are of one moment.' },
      doing: [
        ['Open the overview', 'Switches to the role of supervisor of that unit and opens its overview. All below it can be read, nothing can be changed. The account menu leads back to the usual role.'],
        ['Assign', 'On the page of a unit, under “Supervisors”: choose the account, the task, the time and the document. Whoever is assigned reads the unit from the first day on.'],
        ['Change, end', 'Only the body that assigned, or one above it. Once ended, the right to read is gone at once; the history stays.'],
        ['When the unit moves', 'The assignment goes along while the new place belongs to the body that assigned; otherwise it ends by itself.'],
      ],
    },
    'chi-tieu': {
      title: 'Targets',
      answers: ['What the unit was given, what it has reached, and whether it keeps pace.', 'Whether a target is divided among the units below, and what is left.'],
      reading: {},
      doing: [
        ['Against pace', 'Pace is what there would be by today if work went evenly through the period. Before 31 March nobody is called behind.'],
        ['Set, adjust', 'A target has a document and a day of issue. Choose its name to see all of its versions; adjusting makes a new one with a reason, and the old one stays.'],
        ['Allocate', 'Type, paste from a spreadsheet, or take a suggestion by members, last year, people with a certificate, or equally. A locked row keeps its number. The draft saves itself.'],
        ['Rule of the sum', '“Exactly”, “not below” or “with a reserve”. Until it holds nothing can be published; the bar on top always says what is missing or too much.'],
        ['Print', 'The allocation prints as an annex to the decision.'],
      ],
    },
    'canh-bao': {
      title: 'Worth a look',
      answers: ['Where there are sources and no admission, no admission for years, or no source at all.', 'Where targets fall behind pace or the rate lies below the guideline; which certificates run out soon; which hamlets have no cell or member yet.'],
      reading: {},
      doing: [
        ['The number on a tab', 'It is the length of the list; the first line adds out of how many units, people or places.'],
        ['Parameters', 'Each list says which level, which period, how many years or months it looks at. Change one, and list and number follow; the address keeps the choice.'],
        ['Open a unit or a person', 'Choose the name to see its page.'],
        ['Download', 'The whole list by the parameters that are chosen.'],
      ],
    },
    'ke-hoach': {
      title: 'Plan of the year',
      answers: ['What the unit sets out to do this year by month and quarter, who sees to it, what is done and what is overdue.', 'Which plans were handed down from above, and whether the units below have made theirs and how far they are.'],
      reading: {},
      doing: [
        ['Make the plan', 'A unit has one plan of a year. It can name the document that issued it and the plan above that it follows.'],
        ['Check off', 'The button at the end of a row opens the item beside the plan; enter the day and a note. If it was a mistake, uncheck it with a reason; both lines stay.'],
        ['Hand down', 'Ticked, the units below can see the plan and its items.'],
      ],
    },
    'vuong-mac': {
      title: 'Follow-up',
      answers: ['What stands in the way of the unit and those below it, who sees to it, by when, and what is overdue.', 'What units above urge, who has not replied yet, and which units below were not inspected for long.'],
      reading: {},
      doing: [
        ['Obstacles', 'The unit records them with who sees to them and by when; the units above see them at once. Once resolved, record the day and how.'],
        ['Reminders', 'A unit above sends them, the unit that gets one answers. Whoever sent it cannot answer in its place.'],
        ['Inspections', 'The upper table orders the units below by their last inspection: those that were never inspected come first.'],
        ['Take back', 'What was recorded wrongly is taken back with a reason; it stays on record.'],
      ],
    },
    'van-ban': {
      title: 'Documents',
      answers: ['Which documents the unit has issued, which were handed down from above, and which implements which.'],
      reading: {},
      doing: [
        ['Register', 'A number is a text, as it stands on the document: “6a” comes after “6”. For a document of a central body, name who issued it.'],
        ['Remarks', 'A document that is older than the one it implements, or has a number twice in a year, is remarked upon and not refused.'],
        ['Hand down', 'Ticked, the units below can see the document.'],
      ],
    },
    'so-sanh': {
      title: 'Comparison',
      answers: ['How the chosen units stand beside each other in one period, on one scale.'],
      reading: {
        level: 'All bars of one figure share one scale. A rate always says what it is a rate of.',
        hidden: '“Hidden”: a small number that is not shown, so that it tells nothing about a person.',
      },
      doing: [
        ['Units', 'Choose up to six units and the figures to see. The grey row is the median of the units of their kind.'],
        ['Over five years', 'The chosen units, year by year.'],
        ['Of a kind', 'All units of one kind on one scale, the chosen ones named.'],
      ],
    },
    'quy-dinh': {
      title: 'Rules and working days',
      answers: ['How long each deadline is, from which day it is counted, and where that stands.', 'Which days are no working days, and who said so.'],
      reading: {},
      doing: [
        ['Working days', 'Monday to Friday without the holidays of the calendar. The first day that counts is the next working day.'],
        ['Adding and removing holidays', 'An administrator first sees how many deadlines move, then records. The running deadlines of all units below move at once; a step that was taken keeps the deadline of then. It can be undone.'],
        ['Rules of each time', 'Choose the day from which they apply. A file keeps the rules of the day on which it began.'],
        ['Authority', 'On the page of a unit, under History: who decides, when the power was given, and by which document.'],
      ],
    },
  },
  everywhere: [
    ['Period', 'Choose a year, quarter, month, range of days or term at the top. The two arrows go to the period before and after.'],
    ['As of a day', 'Shows organisation and figures as on a day in the past. The page says which day it shows.'],
    ['Views', 'Saves the present page under a name; it opens again in one click, with its unit, period, order and filters. Each role has a list of its own.'],
    ['Present', 'Shows the overview to a room: large type, no buttons, another saved view every 30 seconds, with the time of the figures.'],
    ['Send to somebody', 'The address of the page holds everything that was chosen. Whoever gets it sees what their own role may see.'],
    ['Quick search', 'Ctrl+K finds pages, units and people, without marks too.'],
    ['Print', 'The button, or Ctrl+P. Paper has every row of the table.'],
  ],
  keyList: [
    ['Tab', 'To the next button or link; the first time on a page: past its head, to the content.'],
    ['Esc', 'Closes what is open; leaves the presentation.'],
    ['Arrows', 'Changes the choice in a group of buttons.'],
    ['Ctrl+K', 'Finds pages, units, people.'],
    ['Alt+PageUp, Alt+PageDown', 'On the page of a person: the one before, the one after in the list it was opened from.'],
    ['Ctrl+P', 'Prints.'],
  ],
};
