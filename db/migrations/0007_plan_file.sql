-- A plan file speaks of other plans by their addresses. What is not in this installation is kept as it was said, so that a
-- plan leaves again as it came.
alter table plan.plan
  add column supersedes_elsewhere text,
  add constraint plan_supersedes_one check (num_nonnulls(supersedes_id, supersedes_elsewhere) <= 1);

alter table plan.alignment
  add column plan_elsewhere text,
  add column element_elsewhere text,
  drop constraint alignment_one_end,
  drop constraint alignment_taken,
  add constraint alignment_one_end check (
    num_nonnulls(framework, framework_code) in (0, 2)
    and num_nonnulls(plan_elsewhere, element_elsewhere) in (0, 2)
    and num_nonnulls(to_element_id, framework, plan_elsewhere) = 1
  ),
  add constraint alignment_taken unique nulls not distinct
    (district_id, version_id, element_id, to_element_id, framework, framework_code, plan_elsewhere, element_elsewhere);
