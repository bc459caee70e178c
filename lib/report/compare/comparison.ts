/**
 * What makes an entry the same one in two validations of a run: the section, whom it is about, and which of their rows. What
 * HR sent stays the same between them, so HR's side says which; Campus' only where HR has none. `d` is the entry.
 */
const KEY = `case
    when d.section in ('campusNotInHr', 'duplicateStaffNumbers') then d.person_id::text
    else concat_ws(chr(31), lower(btrim(d.staff_number)), case d.section
      when 'employments' then coalesce(d.hr, d.campus) ->> 'hireDate'
      when 'assignments' then concat_ws(chr(31), coalesce(d.hr, d.campus) ->> 'schoolNumber',
             coalesce(d.hr, d.campus) ->> 'assignmentCode', coalesce(d.hr, d.campus) ->> 'titleCode',
             coalesce(d.hr, d.campus) ->> 'startDate')
      when 'addresses' then concat_ws(chr(31), coalesce(d.hr, d.campus) ->> 'postOfficeBox',
             coalesce(d.hr, d.campus) ->> 'number', coalesce(d.hr, d.campus) ->> 'street',
             coalesce(d.hr, d.campus) ->> 'apt', coalesce(d.hr, d.campus) ->> 'zip')
    end) end`;

/** Of several with one key the first goes with the first. */
const entriesOf = (validation: string, where: string): string =>
  `select d.section, d.seq, ${KEY} as key, d.campus, d.hr, d.fields, d.why, d.staff_number,
          row_number() over (partition by d.section, ${KEY} order by d.seq) as nth
     from difference d where d.district_id = $1 and d.validation_id = ${validation}${where}`;

/** Entries that differ, of `$2`, the earlier validation, and `$3`, the later one; `where` narrows both, by `d`. */
export const changesBetween = (where = ''): string =>
  `select section, coalesce(b.seq, a.seq) as place,
          case when a.seq is null then 'new' when b.seq is null then 'gone' else 'changed' end as change,
          a.seq as earlier_seq, b.seq as later_seq
     from (${entriesOf('$2', where)}) a
     full join (${entriesOf('$3', where)}) b using (section, key, nth)
    where a.seq is null or b.seq is null
       or (a.campus, a.hr, a.fields, a.why) is distinct from (b.campus, b.hr, b.fields, b.why)`;
