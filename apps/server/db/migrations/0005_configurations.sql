-- The two shapes of the tree that ship: with a district tier (until 2025) and without (since 1 July 2025). Kinds are data.

insert into configuration (code, name_vi, name_en) values
  ('DISTRICT_TIER', 'Tỉnh – huyện – xã – chi bộ', 'Province – district – commune – cell'),
  ('COMMUNE_TIER', 'Tỉnh – xã, phường – tổ chức cơ sở đảng – chi bộ', 'Province – commune – grassroots organisation – cell');

insert into tier_label (configuration, tier, name_vi, name_en) values
  ('DISTRICT_TIER', 'PROVINCE', 'Cấp tỉnh', 'Province level'),
  ('DISTRICT_TIER', 'UPPER', 'Cấp huyện và tương đương', 'District level and equivalent'),
  ('DISTRICT_TIER', 'GRASSROOTS', 'Tổ chức cơ sở đảng', 'Grassroots organisation'),
  ('DISTRICT_TIER', 'SECTION', 'Đảng bộ bộ phận', 'Section'),
  ('DISTRICT_TIER', 'CELL', 'Chi bộ', 'Cell'),
  ('DISTRICT_TIER', 'GROUP', 'Tổ đảng', 'Party group'),
  ('COMMUNE_TIER', 'PROVINCE', 'Cấp tỉnh', 'Province level'),
  ('COMMUNE_TIER', 'UPPER', 'Cấp trên trực tiếp cơ sở', 'Directly above the grassroots'),
  ('COMMUNE_TIER', 'GRASSROOTS', 'Tổ chức cơ sở đảng', 'Grassroots organisation'),
  ('COMMUNE_TIER', 'SECTION', 'Đảng bộ bộ phận', 'Section'),
  ('COMMUNE_TIER', 'CELL', 'Chi bộ', 'Cell'),
  ('COMMUNE_TIER', 'GROUP', 'Tổ đảng', 'Party group');

with kind (code, name_vi, name_en, tier, root, grassroots, members, powers) as (values
  ('PROVINCIAL_PARTY', 'Đảng bộ tỉnh, thành phố', 'Provincial party organisation', 'PROVINCE', true, false, false, array['DECIDES_ADMISSIONS', 'ISSUES_TARGETS', 'CLASSIFIES']),
  ('DISTRICT_PARTY', 'Đảng bộ huyện, quận, thị xã, thành phố', 'District party organisation', 'UPPER', false, false, false, array['DECIDES_ADMISSIONS', 'ISSUES_TARGETS', 'CLASSIFIES']),
  ('BLOC_PARTY', 'Đảng bộ Khối', 'Bloc party organisation', 'UPPER', false, false, false, array['DECIDES_ADMISSIONS', 'ISSUES_TARGETS', 'CLASSIFIES']),
  ('PROV_PARTY_AGENCIES', 'Đảng bộ các cơ quan Đảng tỉnh', 'Party organisation of the provincial party agencies', 'UPPER', false, false, false, array['DECIDES_ADMISSIONS', 'ISSUES_TARGETS', 'CLASSIFIES']),
  ('PROV_GOV_PARTY', 'Đảng bộ Ủy ban nhân dân tỉnh', 'Party organisation of the provincial government', 'UPPER', false, false, false, array['DECIDES_ADMISSIONS', 'ISSUES_TARGETS', 'CLASSIFIES']),
  ('MILITARY_PARTY', 'Đảng bộ Quân sự tỉnh', 'Provincial military party organisation', 'UPPER', false, false, false, array['DECIDES_ADMISSIONS', 'ISSUES_TARGETS', 'CLASSIFIES']),
  ('POLICE_PARTY', 'Đảng bộ Công an tỉnh', 'Provincial police party organisation', 'UPPER', false, false, false, array['DECIDES_ADMISSIONS', 'ISSUES_TARGETS', 'CLASSIFIES']),
  ('BORDER_PARTY', 'Đảng bộ Bộ đội Biên phòng tỉnh', 'Provincial border guard party organisation', 'UPPER', false, false, false, array['DECIDES_ADMISSIONS', 'ISSUES_TARGETS', 'CLASSIFIES']),
  ('NEW_COMMUNE_PARTY', 'Đảng bộ xã, phường, đặc khu', 'Commune party organisation', 'UPPER', false, false, false, array['DECIDES_ADMISSIONS', 'ISSUES_TARGETS', 'CLASSIFIES']),
  ('COMMUNE_PARTY', 'Đảng bộ xã, phường, thị trấn', 'Commune party organisation', 'GRASSROOTS', false, true, false, array['ISSUES_TARGETS', 'CLASSIFIES']),
  ('GRASSROOTS_PARTY', 'Đảng bộ cơ sở', 'Grassroots party organisation', 'GRASSROOTS', false, true, false, array['ISSUES_TARGETS', 'CLASSIFIES']),
  ('DELEGATED_PARTY', 'Đảng bộ được giao quyền cấp trên cơ sở', 'Delegated party organisation', 'GRASSROOTS', false, true, false, array['DECIDES_ADMISSIONS', 'ISSUES_TARGETS', 'CLASSIFIES']),
  ('GRASSROOTS_CELL', 'Chi bộ cơ sở', 'Grassroots cell', 'GRASSROOTS', false, true, true, array['CLASSIFIES']),
  ('SECTION_PARTY', 'Đảng bộ bộ phận', 'Section party organisation', 'SECTION', false, false, false, array[]::text[]),
  ('CELL', 'Chi bộ', 'Cell', 'CELL', false, false, true, array[]::text[]),
  ('PARTY_GROUP', 'Tổ đảng', 'Party group', 'GROUP', false, false, false, array[]::text[])
), ships (configuration, code) as (
  select 'DISTRICT_TIER', code from kind where code not in ('NEW_COMMUNE_PARTY', 'PROV_PARTY_AGENCIES', 'PROV_GOV_PARTY')
  union all
  select 'COMMUNE_TIER', code from kind where code not in ('DISTRICT_PARTY', 'BLOC_PARTY', 'BORDER_PARTY', 'COMMUNE_PARTY')
)
insert into unit_kind (configuration, code, name_vi, name_en, tier, may_be_root, is_grassroots_organisation, holds_members, powers,
  keeps_counters, keeps_slice_counters, valid_from)
select ships.configuration, code, name_vi, name_en, tier, root, grassroots, members, powers,
  not members and tier <> 'GROUP', tier in ('PROVINCE', 'UPPER'), date '1930-02-03'
from kind join ships using (code);

-- A grassroots organisation hangs under any body of the upper tier, or directly under the province; a cell under a committee or a section.
insert into unit_kind_parent (configuration, child_kind, parent_kind)
select c.configuration, c.code, p.code
from unit_kind c join unit_kind p using (configuration)
where (c.tier = 'UPPER' and p.tier = 'PROVINCE')
   or (c.tier = 'GRASSROOTS' and p.tier in ('PROVINCE', 'UPPER'))
   or (c.tier = 'SECTION' and p.tier = 'GRASSROOTS' and not p.holds_members)
   or (c.tier = 'CELL' and ((p.tier = 'GRASSROOTS' and not p.holds_members) or p.tier = 'SECTION'))
   or (c.tier = 'GROUP' and p.holds_members);
