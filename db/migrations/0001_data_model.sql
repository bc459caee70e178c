CREATE TABLE "access_token" (
	"district_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"client_id" uuid NOT NULL,
	"secret_id" uuid NOT NULL,
	"scopes" text[] NOT NULL,
	"issued_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "access_token_district_id_id_pk" PRIMARY KEY("district_id","id"),
	CONSTRAINT "access_token_districtId_tokenHash_unique" UNIQUE("district_id","token_hash")
);
--> statement-breakpoint
CREATE TABLE "api_client" (
	"district_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"client_id" text NOT NULL,
	"name" text NOT NULL,
	"scopes" text[] NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_used_at" timestamp with time zone,
	"expires_at" timestamp with time zone,
	"disabled_at" timestamp with time zone,
	CONSTRAINT "api_client_district_id_id_pk" PRIMARY KEY("district_id","id"),
	CONSTRAINT "api_client_districtId_clientId_unique" UNIQUE("district_id","client_id")
);
--> statement-breakpoint
CREATE TABLE "api_client_secret" (
	"district_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"cipher" "bytea" NOT NULL,
	"check_hash" "bytea" NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_used_at" timestamp with time zone,
	"expires_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "api_client_secret_district_id_id_pk" PRIMARY KEY("district_id","id")
);
--> statement-breakpoint
CREATE TABLE "app_user" (
	"district_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"username" text NOT NULL,
	"name" text NOT NULL,
	"password_hash" text,
	"disabled_at" timestamp with time zone,
	"last_sign_in_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "app_user_district_id_id_pk" PRIMARY KEY("district_id","id"),
	CONSTRAINT "app_user_districtId_username_unique" UNIQUE("district_id","username")
);
--> statement-breakpoint
CREATE TABLE "idempotency_key" (
	"district_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"method" text NOT NULL,
	"path" text NOT NULL,
	"key" text NOT NULL,
	"body_hash" "bytea" NOT NULL,
	"status" integer,
	"headers" text,
	"body" text,
	"finished" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "idempotency_key_district_id_id_pk" PRIMARY KEY("district_id","id"),
	CONSTRAINT "idempotency_key_districtId_clientId_method_path_key_unique" UNIQUE("district_id","client_id","method","path","key")
);
--> statement-breakpoint
CREATE TABLE "session" (
	"district_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "session_district_id_id_pk" PRIMARY KEY("district_id","id"),
	CONSTRAINT "session_districtId_tokenHash_unique" UNIQUE("district_id","token_hash")
);
--> statement-breakpoint
CREATE TABLE "sign_in_failure" (
	"district_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"username" text NOT NULL,
	"address" text NOT NULL,
	"occurred_at" timestamp with time zone NOT NULL,
	CONSTRAINT "sign_in_failure_district_id_id_pk" PRIMARY KEY("district_id","id")
);
--> statement-breakpoint
CREATE TABLE "tool_right" (
	"district_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"right" text NOT NULL,
	CONSTRAINT "tool_right_district_id_id_pk" PRIMARY KEY("district_id","id"),
	CONSTRAINT "tool_right_districtId_userId_right_unique" UNIQUE("district_id","user_id","right")
);
--> statement-breakpoint
CREATE TABLE "assignment_code" (
	"district_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"code" text NOT NULL,
	"description" text NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	CONSTRAINT "assignment_code_district_id_id_pk" PRIMARY KEY("district_id","id"),
	CONSTRAINT "assignment_code_districtId_code_unique" UNIQUE("district_id","code")
);
--> statement-breakpoint
CREATE TABLE "district" (
	"id" uuid PRIMARY KEY NOT NULL,
	"short_id" text NOT NULL,
	"app_name" text NOT NULL,
	"name" text NOT NULL,
	"time_zone" text NOT NULL,
	"commit_limit" integer,
	"keep_unlisted_positions" boolean DEFAULT false NOT NULL,
	"calls_per_minute" integer DEFAULT 6000 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "district_shortId_unique" UNIQUE("short_id"),
	CONSTRAINT "district_appName_unique" UNIQUE("app_name")
);
--> statement-breakpoint
CREATE TABLE "gender" (
	"district_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"code" text NOT NULL,
	"description" text NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	CONSTRAINT "gender_district_id_id_pk" PRIMARY KEY("district_id","id"),
	CONSTRAINT "gender_districtId_code_unique" UNIQUE("district_id","code")
);
--> statement-breakpoint
CREATE TABLE "school" (
	"district_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"school_number" text NOT NULL,
	"name" text NOT NULL,
	"type" text,
	"active" boolean DEFAULT true NOT NULL,
	CONSTRAINT "school_district_id_id_pk" PRIMARY KEY("district_id","id"),
	CONSTRAINT "school_districtId_schoolNumber_unique" UNIQUE("district_id","school_number")
);
--> statement-breakpoint
CREATE TABLE "section" (
	"district_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"school_number" text NOT NULL,
	"name" text NOT NULL,
	"start_date" date,
	"end_date" date,
	CONSTRAINT "section_district_id_id_pk" PRIMARY KEY("district_id","id")
);
--> statement-breakpoint
CREATE TABLE "title" (
	"district_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"code" text NOT NULL,
	"description" text NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	CONSTRAINT "title_district_id_id_pk" PRIMARY KEY("district_id","id"),
	CONSTRAINT "title_districtId_code_unique" UNIQUE("district_id","code")
);
--> statement-breakpoint
CREATE TABLE "address" (
	"district_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"match_key" text NOT NULL,
	"post_office_box" boolean DEFAULT false NOT NULL,
	"number" text,
	"prefix" text,
	"street" text,
	"tag" text,
	"direction" text,
	"apt" text,
	"city" text,
	"state" text,
	"zip" text,
	"county" text,
	"location_code" text,
	"tract" text,
	"block" text,
	CONSTRAINT "address_district_id_id_pk" PRIMARY KEY("district_id","id"),
	CONSTRAINT "address_districtId_matchKey_unique" UNIQUE("district_id","match_key")
);
--> statement-breakpoint
CREATE TABLE "household" (
	"district_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text,
	"phone" text,
	"staff_household" boolean DEFAULT false NOT NULL,
	CONSTRAINT "household_district_id_id_pk" PRIMARY KEY("district_id","id")
);
--> statement-breakpoint
CREATE TABLE "household_location" (
	"district_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"household_id" uuid NOT NULL,
	"address_id" uuid NOT NULL,
	"start_date" date,
	"end_date" date,
	"mailing" boolean DEFAULT true NOT NULL,
	"physical" boolean DEFAULT true NOT NULL,
	"private" boolean DEFAULT false NOT NULL,
	"secondary" boolean DEFAULT false NOT NULL,
	CONSTRAINT "household_location_district_id_id_pk" PRIMARY KEY("district_id","id")
);
--> statement-breakpoint
CREATE TABLE "household_member" (
	"district_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"household_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"start_date" date,
	"end_date" date,
	CONSTRAINT "household_member_district_id_id_pk" PRIMARY KEY("district_id","id"),
	CONSTRAINT "household_member_districtId_householdId_personId_unique" UNIQUE("district_id","household_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "district_assignment" (
	"district_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"school_number" text NOT NULL,
	"assignment_code" text,
	"title_code" text,
	"start_date" date NOT NULL,
	"end_date" date,
	CONSTRAINT "district_assignment_district_id_id_pk" PRIMARY KEY("district_id","id")
);
--> statement-breakpoint
CREATE TABLE "employment" (
	"district_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"hire_date" date NOT NULL,
	"termination_date" date,
	CONSTRAINT "employment_district_id_id_pk" PRIMARY KEY("district_id","id")
);
--> statement-breakpoint
CREATE TABLE "enrollment" (
	"district_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"school_number" text NOT NULL,
	"grade" text,
	"start_date" date,
	"end_date" date,
	CONSTRAINT "enrollment_district_id_id_pk" PRIMARY KEY("district_id","id")
);
--> statement-breakpoint
CREATE TABLE "guardianship" (
	"district_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"guardian_id" uuid NOT NULL,
	"student_id" uuid NOT NULL,
	"relationship" text,
	CONSTRAINT "guardianship_district_id_id_pk" PRIMARY KEY("district_id","id")
);
--> statement-breakpoint
CREATE TABLE "identity" (
	"district_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"last_name" text NOT NULL,
	"first_name" text NOT NULL,
	"middle_name" text,
	"start_date" date,
	"end_date" date,
	"current" boolean NOT NULL,
	CONSTRAINT "identity_district_id_id_pk" PRIMARY KEY("district_id","id")
);
--> statement-breakpoint
CREATE TABLE "person" (
	"district_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"rev" bigint DEFAULT 1 NOT NULL,
	"staff_number" text,
	"staff_number_key" text GENERATED ALWAYS AS (nullif(lower(btrim(staff_number)), '')) STORED,
	"gender" text,
	"birth_date" date,
	"ssn_cipher" "bytea",
	"ssn_index" "bytea",
	"ssn_last4" text,
	"work_phone" text,
	"cell_phone" text,
	"other_phone" text,
	"work_email" text,
	"personal_email" text,
	"hr_managed_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "person_district_id_id_pk" PRIMARY KEY("district_id","id")
);
--> statement-breakpoint
CREATE TABLE "section_staff" (
	"district_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"section_id" uuid NOT NULL,
	"assignment_id" uuid NOT NULL,
	CONSTRAINT "section_staff_district_id_id_pk" PRIMARY KEY("district_id","id")
);
--> statement-breakpoint
CREATE TABLE "audit_event" (
	"district_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"occurred_at" timestamp with time zone NOT NULL,
	"actor" text NOT NULL,
	"action" text NOT NULL,
	"target" text,
	"detail" jsonb,
	"request_id" text,
	CONSTRAINT "audit_event_district_id_id_pk" PRIMARY KEY("district_id","id")
);
--> statement-breakpoint
CREATE TABLE "error_log" (
	"district_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"occurred_at" timestamp with time zone NOT NULL,
	"action" text NOT NULL,
	"path" text NOT NULL,
	"status" integer NOT NULL,
	"message" text NOT NULL,
	"payload" text,
	"errors" jsonb,
	"staff_number" text,
	"request_id" text,
	"client_id" text,
	"run_id" uuid,
	CONSTRAINT "error_log_district_id_id_pk" PRIMARY KEY("district_id","id")
);
--> statement-breakpoint
CREATE TABLE "message" (
	"district_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"type" text NOT NULL,
	"subject" text NOT NULL,
	"body" text NOT NULL,
	"link" text,
	"event_key" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"read_at" timestamp with time zone,
	CONSTRAINT "message_district_id_id_pk" PRIMARY KEY("district_id","id"),
	CONSTRAINT "message_districtId_userId_eventKey_unique" UNIQUE("district_id","user_id","event_key")
);
--> statement-breakpoint
CREATE TABLE "notification" (
	"district_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"type" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" text NOT NULL,
	CONSTRAINT "notification_district_id_id_pk" PRIMARY KEY("district_id","id")
);
--> statement-breakpoint
CREATE TABLE "notification_recipient" (
	"district_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"notification_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	CONSTRAINT "notification_recipient_district_id_id_pk" PRIMARY KEY("district_id","id"),
	CONSTRAINT "notification_recipient_districtId_notificationId_userId_unique" UNIQUE("district_id","notification_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "request_log" (
	"district_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"occurred_at" timestamp with time zone NOT NULL,
	"method" text NOT NULL,
	"path" text NOT NULL,
	"status" integer NOT NULL,
	"milliseconds" integer NOT NULL,
	"client_id" text,
	"request_id" text NOT NULL,
	CONSTRAINT "request_log_district_id_id_pk" PRIMARY KEY("district_id","id")
);
--> statement-breakpoint
CREATE TABLE "change_journal" (
	"district_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"run_id" uuid,
	"request_id" text,
	"actor" text NOT NULL,
	"occurred_at" timestamp with time zone NOT NULL,
	"rev" bigint NOT NULL,
	"created" boolean NOT NULL,
	"changes" jsonb NOT NULL,
	CONSTRAINT "change_journal_district_id_id_pk" PRIMARY KEY("district_id","id")
);
--> statement-breakpoint
CREATE TABLE "difference" (
	"district_id" uuid NOT NULL,
	"validation_id" uuid NOT NULL,
	"section" text NOT NULL,
	"seq" integer NOT NULL,
	"staff_number" text,
	"person_id" uuid,
	"search_text" text NOT NULL,
	"fields" text[] NOT NULL,
	"campus" jsonb,
	"hr" jsonb,
	"why" jsonb NOT NULL,
	CONSTRAINT "difference_district_id_validation_id_section_seq_pk" PRIMARY KEY("district_id","validation_id","section","seq")
);
--> statement-breakpoint
CREATE TABLE "staged_call" (
	"district_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"run_id" uuid NOT NULL,
	"first_seq" integer,
	"records" integer DEFAULT 0 NOT NULL,
	"set_aside" integer DEFAULT 0 NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	CONSTRAINT "staged_call_district_id_id_pk" PRIMARY KEY("district_id","id")
);
--> statement-breakpoint
CREATE TABLE "staged_staff" (
	"district_id" uuid NOT NULL,
	"call_id" uuid NOT NULL,
	"line" integer NOT NULL,
	"run_id" uuid NOT NULL,
	"staff_number_key" text NOT NULL,
	"record" text NOT NULL,
	"ssn_cipher" "bytea",
	"ssn_index" "bytea",
	"ssn_last4" text,
	"new_titles" text,
	CONSTRAINT "staged_staff_district_id_call_id_line_pk" PRIMARY KEY("district_id","call_id","line")
);
--> statement-breakpoint
CREATE TABLE "sync_job" (
	"district_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"run_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"status" text NOT NULL,
	"submitted_at" timestamp with time zone NOT NULL,
	"submitted_by" text NOT NULL,
	"started_at" timestamp with time zone,
	"finished_at" timestamp with time zone,
	"total" integer NOT NULL,
	"processed" integer DEFAULT 0 NOT NULL,
	"created" integer DEFAULT 0 NOT NULL,
	"updated" integer DEFAULT 0 NOT NULL,
	"unchanged" integer DEFAULT 0 NOT NULL,
	"held" integer DEFAULT 0 NOT NULL,
	"failed" integer DEFAULT 0 NOT NULL,
	"failure" text,
	CONSTRAINT "sync_job_district_id_id_pk" PRIMARY KEY("district_id","id")
);
--> statement-breakpoint
CREATE TABLE "sync_result" (
	"district_id" uuid NOT NULL,
	"run_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"job_id" uuid NOT NULL,
	"staff_number" text NOT NULL,
	"outcome" text NOT NULL,
	"person_id" uuid,
	"warnings" jsonb NOT NULL,
	"errors" jsonb NOT NULL,
	CONSTRAINT "sync_result_district_id_run_id_seq_pk" PRIMARY KEY("district_id","run_id","seq")
);
--> statement-breakpoint
CREATE TABLE "sync_run" (
	"district_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"status" text NOT NULL,
	"attempt" integer DEFAULT 0 NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"started_by" text NOT NULL,
	"staff_transferred" integer DEFAULT 0 NOT NULL,
	"set_aside" integer DEFAULT 0 NOT NULL,
	"validation_id" uuid,
	"validated_at" timestamp with time zone,
	"committed_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	CONSTRAINT "sync_run_district_id_id_pk" PRIMARY KEY("district_id","id")
);
--> statement-breakpoint
CREATE TABLE "validation" (
	"district_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"run_id" uuid NOT NULL,
	"generated_at" timestamp with time zone NOT NULL,
	"summary" jsonb NOT NULL,
	"totals" jsonb NOT NULL,
	"warnings" jsonb NOT NULL,
	CONSTRAINT "validation_district_id_id_pk" PRIMARY KEY("district_id","id")
);
--> statement-breakpoint
select app.distribute('access_token', 'district_id');
--> statement-breakpoint
select app.distribute('api_client', 'district_id');
--> statement-breakpoint
select app.distribute('api_client_secret', 'district_id');
--> statement-breakpoint
select app.distribute('app_user', 'district_id');
--> statement-breakpoint
select app.distribute('idempotency_key', 'district_id');
--> statement-breakpoint
select app.distribute('session', 'district_id');
--> statement-breakpoint
select app.distribute('sign_in_failure', 'district_id');
--> statement-breakpoint
select app.distribute('tool_right', 'district_id');
--> statement-breakpoint
select app.distribute('assignment_code', 'district_id');
--> statement-breakpoint
select app.share('district');
--> statement-breakpoint
select app.distribute('gender', 'district_id');
--> statement-breakpoint
select app.distribute('school', 'district_id');
--> statement-breakpoint
select app.distribute('section', 'district_id');
--> statement-breakpoint
select app.distribute('title', 'district_id');
--> statement-breakpoint
select app.distribute('address', 'district_id');
--> statement-breakpoint
select app.distribute('household', 'district_id');
--> statement-breakpoint
select app.distribute('household_location', 'district_id');
--> statement-breakpoint
select app.distribute('household_member', 'district_id');
--> statement-breakpoint
select app.distribute('district_assignment', 'district_id');
--> statement-breakpoint
select app.distribute('employment', 'district_id');
--> statement-breakpoint
select app.distribute('enrollment', 'district_id');
--> statement-breakpoint
select app.distribute('guardianship', 'district_id');
--> statement-breakpoint
select app.distribute('identity', 'district_id');
--> statement-breakpoint
select app.distribute('person', 'district_id');
--> statement-breakpoint
select app.distribute('section_staff', 'district_id');
--> statement-breakpoint
select app.distribute('audit_event', 'district_id');
--> statement-breakpoint
select app.distribute('error_log', 'district_id');
--> statement-breakpoint
select app.distribute('message', 'district_id');
--> statement-breakpoint
select app.distribute('notification', 'district_id');
--> statement-breakpoint
select app.distribute('notification_recipient', 'district_id');
--> statement-breakpoint
select app.distribute('request_log', 'district_id');
--> statement-breakpoint
select app.distribute('change_journal', 'district_id');
--> statement-breakpoint
select app.distribute('difference', 'district_id');
--> statement-breakpoint
select app.distribute('staged_call', 'district_id');
--> statement-breakpoint
select app.distribute('staged_staff', 'district_id');
--> statement-breakpoint
select app.distribute('sync_job', 'district_id');
--> statement-breakpoint
select app.distribute('sync_result', 'district_id');
--> statement-breakpoint
select app.distribute('sync_run', 'district_id');
--> statement-breakpoint
select app.distribute('validation', 'district_id');
--> statement-breakpoint
ALTER TABLE "access_token" ADD CONSTRAINT "access_token_district_id_client_id_api_client_district_id_id_fk" FOREIGN KEY ("district_id","client_id") REFERENCES "public"."api_client"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "access_token" ADD CONSTRAINT "access_token_district_id_secret_id_api_client_secret_district_id_id_fk" FOREIGN KEY ("district_id","secret_id") REFERENCES "public"."api_client_secret"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_client_secret" ADD CONSTRAINT "api_client_secret_district_id_client_id_api_client_district_id_id_fk" FOREIGN KEY ("district_id","client_id") REFERENCES "public"."api_client"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idempotency_key" ADD CONSTRAINT "idempotency_key_district_id_client_id_api_client_district_id_id_fk" FOREIGN KEY ("district_id","client_id") REFERENCES "public"."api_client"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_district_id_user_id_app_user_district_id_id_fk" FOREIGN KEY ("district_id","user_id") REFERENCES "public"."app_user"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tool_right" ADD CONSTRAINT "tool_right_district_id_user_id_app_user_district_id_id_fk" FOREIGN KEY ("district_id","user_id") REFERENCES "public"."app_user"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "section" ADD CONSTRAINT "section_district_id_school_number_school_district_id_school_number_fk" FOREIGN KEY ("district_id","school_number") REFERENCES "public"."school"("district_id","school_number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "household_location" ADD CONSTRAINT "household_location_district_id_household_id_household_district_id_id_fk" FOREIGN KEY ("district_id","household_id") REFERENCES "public"."household"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "household_location" ADD CONSTRAINT "household_location_district_id_address_id_address_district_id_id_fk" FOREIGN KEY ("district_id","address_id") REFERENCES "public"."address"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "household_member" ADD CONSTRAINT "household_member_district_id_household_id_household_district_id_id_fk" FOREIGN KEY ("district_id","household_id") REFERENCES "public"."household"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "household_member" ADD CONSTRAINT "household_member_district_id_person_id_person_district_id_id_fk" FOREIGN KEY ("district_id","person_id") REFERENCES "public"."person"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "district_assignment" ADD CONSTRAINT "district_assignment_district_id_person_id_person_district_id_id_fk" FOREIGN KEY ("district_id","person_id") REFERENCES "public"."person"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "district_assignment" ADD CONSTRAINT "district_assignment_district_id_school_number_school_district_id_school_number_fk" FOREIGN KEY ("district_id","school_number") REFERENCES "public"."school"("district_id","school_number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "district_assignment" ADD CONSTRAINT "district_assignment_district_id_assignment_code_assignment_code_district_id_code_fk" FOREIGN KEY ("district_id","assignment_code") REFERENCES "public"."assignment_code"("district_id","code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "district_assignment" ADD CONSTRAINT "district_assignment_district_id_title_code_title_district_id_code_fk" FOREIGN KEY ("district_id","title_code") REFERENCES "public"."title"("district_id","code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "employment" ADD CONSTRAINT "employment_district_id_person_id_person_district_id_id_fk" FOREIGN KEY ("district_id","person_id") REFERENCES "public"."person"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrollment" ADD CONSTRAINT "enrollment_district_id_person_id_person_district_id_id_fk" FOREIGN KEY ("district_id","person_id") REFERENCES "public"."person"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrollment" ADD CONSTRAINT "enrollment_district_id_school_number_school_district_id_school_number_fk" FOREIGN KEY ("district_id","school_number") REFERENCES "public"."school"("district_id","school_number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guardianship" ADD CONSTRAINT "guardianship_district_id_guardian_id_person_district_id_id_fk" FOREIGN KEY ("district_id","guardian_id") REFERENCES "public"."person"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guardianship" ADD CONSTRAINT "guardianship_district_id_student_id_person_district_id_id_fk" FOREIGN KEY ("district_id","student_id") REFERENCES "public"."person"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity" ADD CONSTRAINT "identity_district_id_person_id_person_district_id_id_fk" FOREIGN KEY ("district_id","person_id") REFERENCES "public"."person"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person" ADD CONSTRAINT "person_district_id_gender_gender_district_id_code_fk" FOREIGN KEY ("district_id","gender") REFERENCES "public"."gender"("district_id","code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "section_staff" ADD CONSTRAINT "section_staff_district_id_section_id_section_district_id_id_fk" FOREIGN KEY ("district_id","section_id") REFERENCES "public"."section"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "section_staff" ADD CONSTRAINT "section_staff_district_id_assignment_id_district_assignment_district_id_id_fk" FOREIGN KEY ("district_id","assignment_id") REFERENCES "public"."district_assignment"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message" ADD CONSTRAINT "message_district_id_user_id_app_user_district_id_id_fk" FOREIGN KEY ("district_id","user_id") REFERENCES "public"."app_user"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notification_recipient" ADD CONSTRAINT "notification_recipient_district_id_notification_id_notification_district_id_id_fk" FOREIGN KEY ("district_id","notification_id") REFERENCES "public"."notification"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notification_recipient" ADD CONSTRAINT "notification_recipient_district_id_user_id_app_user_district_id_id_fk" FOREIGN KEY ("district_id","user_id") REFERENCES "public"."app_user"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "change_journal" ADD CONSTRAINT "change_journal_district_id_person_id_person_district_id_id_fk" FOREIGN KEY ("district_id","person_id") REFERENCES "public"."person"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "change_journal" ADD CONSTRAINT "change_journal_district_id_run_id_sync_run_district_id_id_fk" FOREIGN KEY ("district_id","run_id") REFERENCES "public"."sync_run"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "difference" ADD CONSTRAINT "difference_district_id_validation_id_validation_district_id_id_fk" FOREIGN KEY ("district_id","validation_id") REFERENCES "public"."validation"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staged_call" ADD CONSTRAINT "staged_call_district_id_run_id_sync_run_district_id_id_fk" FOREIGN KEY ("district_id","run_id") REFERENCES "public"."sync_run"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sync_job" ADD CONSTRAINT "sync_job_district_id_run_id_sync_run_district_id_id_fk" FOREIGN KEY ("district_id","run_id") REFERENCES "public"."sync_run"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sync_result" ADD CONSTRAINT "sync_result_district_id_run_id_sync_run_district_id_id_fk" FOREIGN KEY ("district_id","run_id") REFERENCES "public"."sync_run"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "validation" ADD CONSTRAINT "validation_district_id_run_id_sync_run_district_id_id_fk" FOREIGN KEY ("district_id","run_id") REFERENCES "public"."sync_run"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "access_token_district_id_client_id_index" ON "access_token" USING btree ("district_id","client_id");--> statement-breakpoint
CREATE INDEX "access_token_district_id_secret_id_index" ON "access_token" USING btree ("district_id","secret_id");--> statement-breakpoint
CREATE INDEX "access_token_district_id_expires_at_index" ON "access_token" USING btree ("district_id","expires_at");--> statement-breakpoint
CREATE INDEX "api_client_secret_district_id_client_id_index" ON "api_client_secret" USING btree ("district_id","client_id");--> statement-breakpoint
CREATE INDEX "idempotency_key_district_id_created_at_index" ON "idempotency_key" USING btree ("district_id","created_at");--> statement-breakpoint
CREATE INDEX "session_district_id_user_id_index" ON "session" USING btree ("district_id","user_id");--> statement-breakpoint
CREATE INDEX "sign_in_failure_district_id_username_occurred_at_index" ON "sign_in_failure" USING btree ("district_id","username","occurred_at");--> statement-breakpoint
CREATE INDEX "section_district_id_school_number_index" ON "section" USING btree ("district_id","school_number");--> statement-breakpoint
CREATE INDEX "household_location_district_id_household_id_index" ON "household_location" USING btree ("district_id","household_id");--> statement-breakpoint
CREATE INDEX "household_location_district_id_address_id_index" ON "household_location" USING btree ("district_id","address_id");--> statement-breakpoint
CREATE INDEX "household_member_district_id_person_id_index" ON "household_member" USING btree ("district_id","person_id");--> statement-breakpoint
CREATE INDEX "district_assignment_district_id_person_id_index" ON "district_assignment" USING btree ("district_id","person_id");--> statement-breakpoint
CREATE INDEX "district_assignment_district_id_school_number_index" ON "district_assignment" USING btree ("district_id","school_number");--> statement-breakpoint
CREATE INDEX "district_assignment_district_id_assignment_code_index" ON "district_assignment" USING btree ("district_id","assignment_code");--> statement-breakpoint
CREATE INDEX "district_assignment_district_id_title_code_index" ON "district_assignment" USING btree ("district_id","title_code");--> statement-breakpoint
CREATE INDEX "employment_district_id_person_id_index" ON "employment" USING btree ("district_id","person_id");--> statement-breakpoint
CREATE INDEX "enrollment_district_id_person_id_index" ON "enrollment" USING btree ("district_id","person_id");--> statement-breakpoint
CREATE INDEX "enrollment_district_id_school_number_index" ON "enrollment" USING btree ("district_id","school_number");--> statement-breakpoint
CREATE INDEX "guardianship_district_id_guardian_id_index" ON "guardianship" USING btree ("district_id","guardian_id");--> statement-breakpoint
CREATE INDEX "guardianship_district_id_student_id_index" ON "guardianship" USING btree ("district_id","student_id");--> statement-breakpoint
CREATE INDEX "identity_district_id_person_id_index" ON "identity" USING btree ("district_id","person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "identity_one_current" ON "identity" USING btree ("district_id","person_id") WHERE current;--> statement-breakpoint
CREATE INDEX "person_district_id_gender_index" ON "person" USING btree ("district_id","gender");--> statement-breakpoint
CREATE INDEX "person_district_id_staff_number_key_index" ON "person" USING btree ("district_id","staff_number_key") WHERE staff_number_key is not null;--> statement-breakpoint
CREATE INDEX "person_district_id_ssn_index_index" ON "person" USING btree ("district_id","ssn_index") WHERE ssn_index is not null;--> statement-breakpoint
CREATE INDEX "person_district_id_updated_at_index" ON "person" USING btree ("district_id","updated_at");--> statement-breakpoint
CREATE INDEX "section_staff_district_id_section_id_index" ON "section_staff" USING btree ("district_id","section_id");--> statement-breakpoint
CREATE INDEX "section_staff_district_id_assignment_id_index" ON "section_staff" USING btree ("district_id","assignment_id");--> statement-breakpoint
CREATE INDEX "audit_event_district_id_occurred_at_index" ON "audit_event" USING btree ("district_id","occurred_at");--> statement-breakpoint
CREATE INDEX "error_log_district_id_occurred_at_index" ON "error_log" USING btree ("district_id","occurred_at");--> statement-breakpoint
CREATE INDEX "error_log_district_id_run_id_index" ON "error_log" USING btree ("district_id","run_id");--> statement-breakpoint
CREATE INDEX "message_district_id_user_id_created_at_index" ON "message" USING btree ("district_id","user_id","created_at");--> statement-breakpoint
CREATE INDEX "notification_recipient_district_id_user_id_index" ON "notification_recipient" USING btree ("district_id","user_id");--> statement-breakpoint
CREATE INDEX "request_log_district_id_occurred_at_index" ON "request_log" USING btree ("district_id","occurred_at");--> statement-breakpoint
CREATE INDEX "change_journal_district_id_person_id_index" ON "change_journal" USING btree ("district_id","person_id");--> statement-breakpoint
CREATE INDEX "change_journal_district_id_run_id_index" ON "change_journal" USING btree ("district_id","run_id");--> statement-breakpoint
CREATE INDEX "staged_call_district_id_run_id_first_seq_index" ON "staged_call" USING btree ("district_id","run_id","first_seq");--> statement-breakpoint
CREATE INDEX "staged_staff_district_id_run_id_staff_number_key_index" ON "staged_staff" USING btree ("district_id","run_id","staff_number_key");--> statement-breakpoint
CREATE INDEX "sync_job_district_id_run_id_index" ON "sync_job" USING btree ("district_id","run_id");--> statement-breakpoint
CREATE INDEX "sync_job_district_id_submitted_at_index" ON "sync_job" USING btree ("district_id","submitted_at");--> statement-breakpoint
CREATE UNIQUE INDEX "sync_job_one_live" ON "sync_job" USING btree ("district_id") WHERE status in ('queued', 'running');--> statement-breakpoint
CREATE INDEX "sync_result_district_id_run_id_outcome_seq_index" ON "sync_result" USING btree ("district_id","run_id","outcome","seq");--> statement-breakpoint
CREATE UNIQUE INDEX "sync_run_one_live" ON "sync_run" USING btree ("district_id") WHERE status in ('transferring', 'transferred', 'validated', 'committing');--> statement-breakpoint
CREATE INDEX "sync_run_district_id_started_at_index" ON "sync_run" USING btree ("district_id","started_at");--> statement-breakpoint
CREATE INDEX "validation_district_id_run_id_index" ON "validation" USING btree ("district_id","run_id");
--> statement-breakpoint
select app.protect('access_token');
--> statement-breakpoint
select app.protect('api_client');
--> statement-breakpoint
select app.protect('api_client_secret');
--> statement-breakpoint
select app.protect('app_user');
--> statement-breakpoint
select app.protect('idempotency_key');
--> statement-breakpoint
select app.protect('session');
--> statement-breakpoint
select app.protect('sign_in_failure');
--> statement-breakpoint
select app.protect('tool_right');
--> statement-breakpoint
select app.protect('assignment_code');
--> statement-breakpoint
select app.protect('gender');
--> statement-breakpoint
select app.protect('school');
--> statement-breakpoint
select app.protect('section');
--> statement-breakpoint
select app.protect('title');
--> statement-breakpoint
select app.protect('address');
--> statement-breakpoint
select app.protect('household');
--> statement-breakpoint
select app.protect('household_location');
--> statement-breakpoint
select app.protect('household_member');
--> statement-breakpoint
select app.protect('district_assignment');
--> statement-breakpoint
select app.protect('employment');
--> statement-breakpoint
select app.protect('enrollment');
--> statement-breakpoint
select app.protect('guardianship');
--> statement-breakpoint
select app.protect('identity');
--> statement-breakpoint
select app.protect('person');
--> statement-breakpoint
select app.protect('section_staff');
--> statement-breakpoint
select app.protect('audit_event');
--> statement-breakpoint
select app.protect('error_log');
--> statement-breakpoint
select app.protect('message');
--> statement-breakpoint
select app.protect('notification');
--> statement-breakpoint
select app.protect('notification_recipient');
--> statement-breakpoint
select app.protect('request_log');
--> statement-breakpoint
select app.protect('change_journal');
--> statement-breakpoint
select app.protect('difference');
--> statement-breakpoint
select app.protect('staged_call');
--> statement-breakpoint
select app.protect('sync_job');
--> statement-breakpoint
select app.protect('sync_result');
--> statement-breakpoint
select app.protect('sync_run');
--> statement-breakpoint
select app.protect('validation');
