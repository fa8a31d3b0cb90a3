-- The primary keys of these begin with the same two columns. Two indexes for one question let the planner choose the shorter one
-- for the check of each parent, and read the whole version for every row of it.
drop index plan.level_of_version;
drop index plan.statement_of_version;
drop index plan.node_of_version;
drop index plan.guardrail_of_version;
drop index plan.measure_of_version;
drop index plan.measure_node_of_version;
drop index plan.focus_of_version;
