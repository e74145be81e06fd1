/** Kinds ($1) of a configuration ($2) with the labels of their tiers. */
export const kindsSql = [
  `insert into configuration (code, name_vi, name_en) select $2, $2, $2 where $1::jsonb is not null`,
  `insert into tier_label (configuration, tier, name_vi, name_en) select $2, tier, tier, tier from unnest(array['PROVINCE', 'UPPER', 'GRASSROOTS', 'SECTION', 'CELL', 'GROUP']) as tier where $1::jsonb is not null`,
  `insert into unit_kind (configuration, code, name_vi, name_en, tier, may_be_root, is_grassroots_organisation, holds_members, powers, keeps_counters, keeps_slice_counters)
   select $2, k.code, k.code, k.code, k.tier, k."mayBeRoot", k."isGrassrootsOrganisation", k."holdsMembers", case when k.tier in ('PROVINCE', 'UPPER') then array['DECIDES_ADMISSIONS', 'ISSUES_TARGETS'] when k.tier = 'GRASSROOTS' then array['ISSUES_TARGETS'] else '{}' end, k."keepsCounters", k."keepsSliceCounters"
   from jsonb_to_recordset($1::jsonb) as k (code text, tier text, "mayBeRoot" boolean, "isGrassrootsOrganisation" boolean, "holdsMembers" boolean, "keepsCounters" boolean, "keepsSliceCounters" boolean)`,
  `insert into unit_kind_parent (configuration, child_kind, parent_kind)
   select $2, k.code, p from jsonb_to_recordset($1::jsonb) as k (code text, parents text[]) cross join unnest(k.parents) as p`,
];

const unitRows = `jsonb_to_recordset($1::jsonb) as u (id uuid, code text, kind text, name text, depth smallint, lo bigint, hi bigint, "parentId" uuid, "foundedOn" date,
  chain uuid[], "unitType" text, areas text[], aliases text[])`;

/** Units ($1) of a configuration ($2) with their dated rows. */
export const unitsSql = [
  `insert into unit (id, code, configuration, kind, name, depth, lo, hi, founded_on)
   select u.id, u.code, $2, u.kind, u.name, u.depth, u.lo, u.hi, u."foundedOn" from ${unitRows}`,
  `insert into unit_name (unit_id, position, name, valid) select u.id, u.lo, u.name, daterange(u."foundedOn", null) from ${unitRows} where $2::text is not null`,
  `insert into placement (unit_id, position, parent_id, valid, lo, hi, ancestors)
   select u.id, u.lo, u."parentId", daterange(u."foundedOn", null), u.lo, u.hi, u.chain from ${unitRows} where $2::text is not null`,
  `insert into unit_profile (unit_id, position, valid, unit_type, areas) select u.id, u.lo, daterange(u."foundedOn", null), u."unitType", u.areas from ${unitRows} where $2::text is not null`,
  `insert into unit_alias (unit_id, position, alias) select u.id, u.lo, a from ${unitRows} cross join unnest(u.aliases) as a where $2::text is not null`,
  `insert into entry (event_id, unit_id, position_then, position_now, occurred_on, recorded_at, measure, delta, subject_kind, subject_id, unit_type, areas)
   select u.id, u.id, u.lo, u.lo, u."foundedOn", u."foundedOn" + time '12:00', m.measure, 1, 'UNIT', u.id, u."unitType", u.areas
   from ${unitRows} join unit_kind k on k.configuration = $2 and k.code = u.kind
   cross join lateral (values ('UNITS', true), ('UNITS_FOUNDED', true), ('GRASSROOTS_ORGANISATIONS', k.is_grassroots_organisation), ('CELLS', k.holds_members)) as m (measure, counts)
   where m.counts`,
];

/** A power that each unit ($1) was once given, under the unit's own id, and a day that each changed for its tree. Every text names the unit. */
export const rulesSql = [
  `insert into unit_power (id, unit_id, position, power, valid, document_number, recorder_name, ended_document_number, ender_name)
   select u.id, n.id, n.lo, 'DECIDES_ADMISSIONS', '[2016-02-01,2016-08-01)', 'Giao ' || u.token, 'Người giao ' || u.token, 'Thôi giao ' || u.token, 'Người thôi giao ' || u.token
   from jsonb_to_recordset($1::jsonb) as u (id uuid, token text) join unit n on n.id = u.id`,
  `insert into holiday_change (unit_id, position, day, is_holiday, name)
   select n.id, n.lo, date '2018-01-08' + 7 * (row_number() over (order by n.lo))::int % 300, true, 'Nghỉ ' || u.token from jsonb_to_recordset($1::jsonb) as u (id uuid, token text) join unit n on n.id = u.id`,
];

/** Terms ($1) of units. */
export const termsSql = `insert into term (unit_id, position, ordinal, label, valid)
  select u.id, u.lo, t.ordinal, t.label, daterange(t."from", t."to", '[]')
  from jsonb_to_recordset($1::jsonb) as t ("unitId" uuid, ordinal smallint, label text, "from" date, "to" date) join unit u on u.id = t."unitId"`;

/** Entries ($1) of people. */
export const entriesSql = [
  `insert into entry (id, event_id, unit_id, position_then, position_now, other_then, other_now, occurred_on, recorded_at, measure, delta, subject_kind, subject_id,
     gender, age_band, youth_union, occupation, enterprise_relation, education, unit_type, areas)
   select e.id, e.event, u.id, u.lo, u.lo, o.lo, o.lo, e."on", e."recordedAt", e.measure, e.delta, 'PERSON', e."personId",
     e.s->>'GENDER', e.s->>'AGE_BAND', e.s->>'YOUTH_UNION', e.s->>'OCCUPATION', e.s->>'ENTERPRISE_RELATION', e.s->>'EDUCATION', f.unit_type, f.areas
   from jsonb_to_recordset($1::jsonb) as e (id uuid, event uuid, "unitId" uuid, "otherId" uuid, "on" date, "recordedAt" timestamptz, measure text, delta smallint, "personId" uuid, s jsonb)
   join unit u on u.id = e."unitId" join unit_profile f on f.unit_id = u.id left join unit o on o.id = e."otherId"`,
  `insert into entry_sensitive (entry_id, position_then, position_now, ethnic_minority, religion)
   select n.id, n.position_then, n.position_now, e.s->>'ETHNIC_MINORITY', e.s->>'RELIGION'
   from jsonb_to_recordset($1::jsonb) as e (id uuid, s jsonb) join entry n on n.id = e.id`,
];

/** People ($1) at the units to which they belong. */
export const peopleSql = [
  `insert into person (id, unit_id, position, full_name, birth_date, gender, youth_union, occupation, enterprise_relation, education, state, ceremony_on, official_on, left_on)
   select p.id, u.id, u.lo, p."fullName", p."birthDate", p.s->>'GENDER', p.s->>'YOUTH_UNION', p.s->>'OCCUPATION', p.s->>'ENTERPRISE_RELATION', p.s->>'EDUCATION',
     p.state, p."ceremonyOn", p."officialOn", p."leftOn"
   from jsonb_to_recordset($1::jsonb) as p (id uuid, "unitId" uuid, "fullName" text, "birthDate" date, s jsonb, state text, "ceremonyOn" date, "officialOn" date, "leftOn" date)
   join unit u on u.id = p."unitId"`,
  `insert into person_sensitive (person_id, position, ethnic_group, religion, personal_number)
   select n.id, n.position, p."ethnicGroup", p.religion, p."personalNumber" from jsonb_to_recordset($1::jsonb) as p (id uuid, "ethnicGroup" text, religion text, "personalNumber" text) join person n on n.id = p.id`,
  `insert into person_sensitive_change (person_id, position, ethnic_group, religion, personal_number, changed_at, changer_name)
   select s.person_id, s.position, 'cũ: ' || s.ethnic_group, 'cũ: ' || s.religion, s.personal_number, '2016-01-02T08:00:00Z', 'Người sửa của ' || n.full_name from jsonb_to_recordset($1::jsonb) as p (id uuid) join person_sensitive s on s.person_id = p.id join person n on n.id = p.id`,
];

const candidacyRows = `jsonb_to_recordset($1::jsonb) as k (id uuid, candidacy text, token text) join person n on n.id = k.id`;

/** Candidacies ($1) of people, each with a line, a paper, what stood of it before, its file and an organisation under the person's own id. Every text names the person. */
export const candidaciesSql = [
  `insert into candidacy (id, person_id, position, state, rule_pack, began_on, last_on, ceremony_on, official_on, left_on, due_kind, due_on, due_runs_from, due_counted_in)
   select n.id, n.id, n.position, k.candidacy, 'RULES_2016', '2016-01-01', '2016-01-01', n.ceremony_on, n.official_on, n.left_on,
     d.kind, d.due_on, d.runs_from, d.counted_in
   from ${candidacyRows} left join (values ('SUBMITTED', 'ADMISSION_DECISION', date '2017-01-05', date '2016-10-10', 'WORKING_DAYS'), ('FILE_OPEN', 'DOSSIER_AGES', date '2017-01-01', date '2016-01-01', 'MONTHS'))
     as d (state, kind, due_on, runs_from, counted_in) on d.state = k.candidacy`,
  `insert into candidacy_step (id, candidacy_id, position, step, happened_on, document_number, certificate_number, province_consent_number, upper_consent_number, reason, vote_base, vote_present, vote_in_favour, recorder_name)
   select n.id, n.id, n.position, 'IDENTIFIED', '2016-01-01', 'Số quyết định ' || k.token, 'Giấy chứng nhận ' || k.token, 'Tỉnh đồng ý ' || k.token, 'Trên đồng ý ' || k.token, 'Lý do ' || k.token, 9, 8, 7, 'Người ghi bước ' || k.token from ${candidacyRows}`,
  `insert into paper (id, candidacy_id, position, kind, version, is_there, made_on, number, body, conclusion, reference, recorder_name)
   select n.id, n.id, n.position, 'APPLICATION', 2, true, '2016-01-01', 'Số giấy ' || k.token, 'Nơi lập ' || k.token, 'FAVOURABLE', 'Tủ ' || k.token, 'Người ghi giấy ' || k.token from ${candidacyRows}`,
  `insert into paper_change (paper_id, version, candidacy_id, position, is_there, made_on, number, body, conclusion, reference, recorder_name, recorded_at)
   select n.id, 1, n.id, n.position, true, '2016-01-01', 'Số giấy cũ ' || k.token, 'Nơi lập cũ ' || k.token, 'UNFAVOURABLE', 'Tủ cũ ' || k.token, 'Người ghi giấy cũ ' || k.token, '2016-01-01T08:00:00Z' from ${candidacyRows}`,
  `insert into paper_file (id, paper_id, candidacy_id, position, name, media_type, bytes, sha256, account_id, recorder_name)
   select n.id, n.id, n.id, n.position, 'Ảnh ' || k.token || '.pdf', 'application/pdf', 9, sha256(''), (select g.account_id from access_grant g order by g.id limit 1), 'Người gửi ' || k.token from ${candidacyRows}`,
  `insert into participant (id, candidacy_id, position, kind, organisation, name, valid, recorder_name, ender_name)
   select n.id, n.id, n.position, 'INTRODUCER', 'YOUTH_UNION', 'Đoàn ' || k.token, daterange('2016-01-01', null), 'Người ghi đoàn ' || k.token, 'Người kết thúc ' || k.token from ${candidacyRows}`,
];

/** A mark and a correction of people ($1), under the person's own id. Every text names the person. */
export const keptSql = [
  `insert into mark (id, person_id, position, kind, title, on_day, body, document_number, reason, recorded_at, recorded_by, recorder_name)
   select n.id, n.id, n.position, 'AWARD', 'Thành tích ' || k.token, '2016-01-01', 'Nơi tặng ' || k.token, 'Số khen ' || k.token, 'Lý do khen ' || k.token, '2016-01-02T08:00:00Z', n.id, 'Người ghi khen ' || k.token from ${candidacyRows}`,
  `insert into person_correction (id, person_id, position, changes, reason, recorded_at, recorded_by, recorder_name)
   select n.id, n.id, n.position, jsonb_build_object('fullName', jsonb_build_array('Tên cũ ' || k.token, n.full_name)), 'Lý do sửa ' || k.token, '2016-01-02T08:00:00Z', n.id, 'Người ghi sửa ' || k.token from ${candidacyRows}`,
];

/** Letters of transfer ($1) under the id of their person. Every text names the person. */
export const lettersSql = `with l as (select l.*, f.lo as from_lo, t.lo as to_lo from jsonb_to_recordset($1::jsonb) as l (id uuid, kind text, state text, "from" uuid, "to" uuid, token text)
    join unit f on f.id = l."from" left join unit t on t.id = l."to"),
  letter as (
    insert into transfer (id, person_id, kind, state, from_unit_id, from_position, from_name, destination, person_name, person_birth_date,
      letter_number, issued_on, issuer_name, due_on, moved_on, start_due_on, claim_hash, claim_until, accepted_on, canceller_name)
    select n.id, n.id, l.kind, l.state, l."from", l.from_lo, 'Nơi đi ' || l.token, 'Nơi đến ' || l.token, 'Tên trên thư ' || l.token, n.birth_date,
      'Số thư ' || l.token, '2016-02-01', 'Người cấp ' || l.token, '2016-03-14', '2016-01-15', '2016-04-12', case when l."to" is null then sha256(n.id::text::bytea) end,
      case when l."to" is null then date '2999-12-31' end, case l.state when 'ACCEPTED' then date '2016-02-10' end, 'Người hủy ' || l.token
    from l join person n on n.id = l.id returning id
  )
  insert into transfer_receiver (transfer_id, unit_id, position, accepter_name)
  select letter.id, l."to", l.to_lo, case l.state when 'ACCEPTED' then 'Người nhận ' || l.token end from letter join l using (id) where l."to" is not null`;

/** Accounts ($1) with their grants. Their password hash is of no password. */
export const accountsSql = [
  `insert into account (id, name, display_name, password_hash) select a.id, a.name, a."displayName", 'none' from jsonb_to_recordset($1::jsonb) as a (id uuid, name text, "displayName" text)`,
  `insert into access_grant (id, account_id, role, unit_id, position, valid)
   select g.id, g."accountId", g.role, u.id, u.lo, daterange(g."from", case g.ended when 'LONG_AGO' then date '2016-01-01' when 'TODAY' then app.today() end)
   from jsonb_to_recordset($1::jsonb) as a (grants jsonb) cross join jsonb_to_recordset(a.grants) as g (id uuid, "accountId" uuid, role text, "unitId" uuid, "from" date, ended text)
   join unit u on u.id = g."unitId"`,
  // Each grant of a supervisor is an assignment, under the grant's own id; its texts name the account and the unit.
  `insert into supervision (id, grant_id, account_id, unit_id, position, body_id, body_position, role_kind, post, starts_on, ends_on, document_number, document_issued_on, change_reason, version, recorder_name, ended_at, end_cause, end_reason, ender_name)
   select g.id, g.id, g."accountId", u.id, u.lo, b.id, b.lo, 'IN_CHARGE', 'Chức vụ ' || a."displayName", g."from", case g.ended when 'LONG_AGO' then date '2015-12-31' end, 'Số phân công ' || a."displayName", '2010-01-01', 'Đổi ' || a."displayName", 2,
     'Người phân công ' || a."displayName", case g.ended when 'TODAY' then now() end, case g.ended when 'TODAY' then 'ENDED_EARLY' end, case g.ended when 'TODAY' then 'Thôi phân công ' || a."displayName" end, case g.ended when 'TODAY' then 'Người cho thôi ' || a."displayName" end
   from jsonb_to_recordset($1::jsonb) as a ("displayName" text, grants jsonb) cross join jsonb_to_recordset(a.grants) as g (id uuid, "accountId" uuid, role text, "unitId" uuid, "bodyId" uuid, "from" date, ended text)
   join unit u on u.id = g."unitId" join unit b on b.id = g."bodyId" where g.role = 'SUPERVISOR'`,
  `insert into supervision_change (supervision_id, version, role_kind, post, starts_on, document_number, document_issued_on, change_reason, recorder_name, recorded_at)
   select g.id, 1, 'FOLLOW_UP', 'Chức vụ cũ ' || a."displayName", g."from", 'Số phân công cũ ' || a."displayName", '2010-01-01', 'Đổi cũ ' || a."displayName", 'Người phân công cũ ' || a."displayName", '2010-01-02'
   from jsonb_to_recordset($1::jsonb) as a ("displayName" text, grants jsonb) cross join jsonb_to_recordset(a.grants) as g (id uuid, role text, "from" date) where g.role = 'SUPERVISOR'`,
  // A view for each grant, under the grant's own id; its texts name the account.
  `insert into saved_view (id, account_id, grant_id, name, address)
   select g.id, g."accountId", g.id, 'Chế độ xem của ' || a."displayName", '/tong-quan?tim=' || replace(a."displayName", 'Người dùng ', '')
   from jsonb_to_recordset($1::jsonb) as a ("displayName" text, grants jsonb) cross join jsonb_to_recordset(a.grants) as g (id uuid, "accountId" uuid)`,
];
