-- Outside of a transaction.
drop index concurrently if exists sync_result_by_outcome;
--> statement-breakpoint
create index concurrently sync_result_by_outcome on sync_result (district_id, run_id, outcome, seq) where outcome <> 'unchanged';
--> statement-breakpoint
drop index concurrently if exists sync_result_district_id_run_id_outcome_seq_index;
