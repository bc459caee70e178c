CREATE TABLE "call_window" (
	"district_id" uuid NOT NULL,
	"client_id" text NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"reserved" integer NOT NULL,
	CONSTRAINT "call_window_district_id_client_id_pk" PRIMARY KEY("district_id","client_id")
);
--> statement-breakpoint
select app.distribute('call_window', 'district_id');
--> statement-breakpoint
select app.protect('call_window');
