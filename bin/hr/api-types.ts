// Made from the OpenAPI document by `node bin/api-types.ts`; a test says when it is out of date.

export interface paths {
    "/addresses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Search addresses
         * @description Search before you create: each address within a district exists once (ADR-3). Exact matches, by the normal form, come first and without a score. Near matches follow, the nearest first, with `score` and `why`. A component left out means the address has none. The components of an answer "can then be used" unchanged in create and update (ADR-8).
         *
         *     Scope: `staff.read`.
         */
        get: operations["getAddresses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/attributes/assignmentCodes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the listing of Assignment Codes
         * @description The assignment codes of the district. A position with an unknown one is refused.
         *
         *     Scope: `staff.read`.
         */
        get: operations["getAttributesAssignmentCodes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/attributes/genders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the listing of Genders
         * @description The genders of the district. "Gender must be a valid Infinite Campus gender."
         *
         *     Scope: `staff.read`.
         */
        get: operations["getAttributesGenders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/attributes/titles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the listing of Titles
         * @description The titles of the district. A position with an unknown title code creates the title: HR is its system of record.
         *
         *     Scope: `staff.read`.
         */
        get: operations["getAttributesTitles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/schools": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the listing of Schools
         * @description The district's schools. A position names its school by `schoolNumber`.
         *
         *     Scope: `staff.read`.
         */
        get: operations["getSchools"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/staffMembers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Search staff
         * @description A person must match all criteria. "If the staff member does not have any positions, they cannot be found when searching for Staff in Infinite Campus": includeIncomplete=true shows them, with `complete: false`.
         *
         *     Scope: `staff.read`.
         */
        get: operations["getStaffMembers"];
        put?: never;
        /**
         * Create a staff member
         * @description Positions are optional, but "a person is not considered a staff member until they have position data": `complete` says so. A staffNumber that a person already has is 409, and nothing changes (STAFF-4). Search before you create.
         *
         *     Scope: `staff.write`.
         */
        post: operations["postStaffMembers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/staffMembers/{staffNumber}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One staff member
         * @description Also one without positions, which a search does not find (SRCH-1). The answer has a strong ETag for If-Match.
         *
         *     Scope: `staff.read`.
         */
        get: operations["getStaffMembersStaffNumber"];
        /**
         * Update a staff member
         * @description Takes "the same properties as the creation API". A property left out stays as it is; null clears it (STAFF-6). `positions` "assumes that these are all the positions" (POS-10).
         *
         *     Scope: `staff.write`.
         */
        put: operations["putStaffMembersStaffNumber"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/staffMembers/{staffNumber}/position": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Update the dates of a position
         * @description Key and startDate match: endDate is updated (POS-5); else key and endDate match: startDate is updated (POS-6), on all matches. A code that you send and Campus lacks is added (POS-4). No match: 404 (POS-9).
         *
         *     Scope: `staff.write`.
         */
        put: operations["putStaffMembersStaffNumberPosition"];
        /**
         * Create a position
         * @description Always creates: it "does not fail if you create two positions with the same values" (POS-8).
         *
         *     Scope: `staff.write`.
         */
        post: operations["postStaffMembersStaffNumberPosition"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/staffMembers/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Search staff, with the criteria in the body
         * @description A person must match all criteria. "If the staff member does not have any positions, they cannot be found when searching for Staff in Infinite Campus": includeIncomplete=true shows them, with `complete: false`. The same as GET, for criteria that should not appear in logs, such as an SSN.
         *
         *     Scope: `staff.read`.
         */
        post: operations["postStaffMembersSearch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/staffMembers/sync": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The latest synchronization
         * @description Its state, what is staged, and the calls allowed now.
         *
         *     Scope: `staff.sync`.
         */
        get: operations["getStaffMembersSync"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/staffMembers/sync/{runId}/results": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Results of a commit
         * @description One result per staff member: what the commit did, with warnings and errors. The results of the last commit stay; earlier ones are kept for some time, usually 400 days (404 after that), and those of unchanged staff 14 days.
         *
         *     Scope: `staff.sync`.
         */
        get: operations["getStaffMembersSyncRunIdResults"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/staffMembers/sync/{runId}/validation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Validation report
         * @description The stored report of a run; 404 until there is one.
         *
         *     Scope: `staff.sync`.
         */
        get: operations["getStaffMembersSyncRunIdValidation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/staffMembers/sync/{runId}/validation/{section}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All entries of a report section
         * @description In the order of the report, with the total number.
         *
         *     Scope: `staff.sync`.
         */
        get: operations["getStaffMembersSyncRunIdValidationSection"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/staffMembers/sync/commit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Commit
         * @description Be sure that all your data is valid before proceeding with the Commit step. Once a synchronization has been committed, the data cannot be changed in the Campus UI. It can only be changed by performing another sync. Commit off hours if you can. Waits for the end and answers with a result per staff member. The commit continues even if you disconnect. For more than 500 staff use submitCommitJob.
         *
         *     Scope: `staff.sync`.
         */
        post: operations["postStaffMembersSyncCommit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/staffMembers/sync/commitJobStatus": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Status of the commit job
         * @description State and progress of the most recent commit job. Call it "as often as needed".
         *
         *     Scope: `staff.sync`.
         */
        get: operations["getStaffMembersSyncCommitJobStatus"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/staffMembers/sync/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End Sync
         * @description Closes the transfer. "The end transfer is only possible when data has been transferred."
         *
         *     Scope: `staff.sync`.
         */
        post: operations["postStaffMembersSyncEnd"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/staffMembers/sync/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start Sync
         * @description Allows the transfer and collection of staff data for comparison with Campus. A live run that is not committing restarts: its staged records are discarded, and a warning says how many. What another client or the office has staged is discarded only with `"restart": true`. With `"restart": false` any live run answers 409.
         *
         *     Scope: `staff.sync`.
         */
        post: operations["postStaffMembersSyncStart"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/staffMembers/sync/submitCommitJob": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Submit a commit job
         * @description Be sure that all your data is valid before proceeding with the Commit step. Once a synchronization has been committed, the data cannot be changed in the Campus UI. It can only be changed by performing another sync. Commit off hours if you can. Answers at once; commitJobStatus shows the progress of the job.
         *
         *     Scope: `staff.sync`.
         */
        post: operations["postStaffMembersSyncSubmitCommitJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/staffMembers/sync/transfer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Transfer staff
         * @description Stages staff, any number of times. "The API will fail if any of those requirements are not met": a call with an invalid record stages nothing of that call and lists every error by record. `onInvalid=setAside` stages the valid records and sets the others aside: they are listed as errors in the report and as failed in the results, each staff number once (SYNC-2). A number that one call sends twice sets aside all its records of that call. Sent again, a staff member who was set aside is replaced; one who is staged with the same data counts once, with other data is set aside. As `application/x-ndjson` (also gzip) any number of staff can be sent. They are read while they arrive, and all or none are staged. As `text/csv` or a workbook (`.xlsx`), up to 200 MB, each row is a staff member or one of their positions; the errors name line and column. The columns are read by a `mapping`, or are named by the properties (`positions.1.schoolNumber`).
         *
         *     Scope: `staff.sync`.
         */
        post: operations["postStaffMembersSyncTransfer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/staffMembers/sync/validate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Validate
         * @description Compares the staging with Campus and answers the report: the summary, and the first 100 entries of each section. With `Prefer: respond-async` it answers at once and says where the report will be. Nothing in Campus changes.
         *
         *     Scope: `staff.sync`.
         */
        post: operations["postStaffMembersSyncValidate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description An address of the district. It can be sent back unchanged (ADR-8). */
        Address: {
            apt: string | null;
            block: string | null;
            city: string | null;
            county: string | null;
            direction: string | null;
            /** Format: uuid */
            id: string;
            locationCode: string | null;
            number: string | null;
            postOfficeBox: boolean;
            prefix: string | null;
            state: string | null;
            street: string | null;
            tag: string | null;
            tract: string | null;
            zip: string | null;
        };
        /** @description Each address within a district exists once: "4321 North Lexington Avenue" is "4321 N Lexington Ave" (ADR-3). Needs city, state, and a number, street, postOfficeBox or fullStreetAddress. */
        AddressRequest: {
            /**
             * @description Apartment or unit. Default: none.
             * @example 45
             */
            apt?: string | null;
            /** @description Fills what is empty; one that differs is a warning (ADR-3). Default: none. */
            block?: string | null;
            /**
             * @description Required.
             * @example Blaine
             */
            city: string | null;
            /** @description Fills what is empty; one that differs is a warning (ADR-3). Default: none. */
            county?: string | null;
            /**
             * @description Direction after the tag; stored as a compass point. Default: none.
             * @example SE
             */
            direction?: string | null;
            /** @description The street line as one string, instead of components; an error is returned if both are specified (ADR-1). Default: none. */
            fullStreetAddress?: string | null;
            /** @description Of an answer; accepted and ignored. */
            id?: unknown;
            /** @description Fills what is empty; one that differs is a warning (ADR-3). Default: none. */
            locationCode?: string | null;
            /**
             * @description House number, or the number of a PO box. Default: none.
             * @example 4321
             */
            number?: string | null;
            /** @description A PO box: number is the box, and no street part is allowed (ADR-2). Default on create: false. */
            postOfficeBox?: boolean | null;
            /**
             * @description Direction before the street; stored as a compass point. Default: none.
             * @example South
             */
            prefix?: string | null;
            /** @description Of an answer; accepted and ignored. */
            score?: unknown;
            /**
             * @description Required. Two-letter code or name.
             * @example MN
             */
            state: string | null;
            /**
             * @description Street name. Default: none.
             * @example Lexington
             */
            street?: string | null;
            /**
             * @description Street suffix. Default: none.
             * @example Ave
             */
            tag?: string | null;
            /** @description Fills what is empty; one that differs is a warning (ADR-3). Default: none. */
            tract?: string | null;
            /** @description Of an answer; accepted and ignored. */
            why?: unknown;
            /**
             * @description 5 digits or ZIP+4. Default: none.
             * @example 55123
             */
            zip?: string | null;
        };
        Code: {
            active: boolean;
            /** @example 20 */
            code: string;
            /** @example Coach */
            description: string;
        };
        CommitJob: {
            /** Format: uuid */
            jobId: string;
            /** @enum {string} */
            status: "queued" | "running" | "completed" | "failed" | "cancelled";
        };
        CommitJobStatus: {
            created: number;
            failed: number;
            finishedAt: string | null;
            held: number;
            /** Format: uuid */
            jobId: string;
            processed: number;
            startedAt: string | null;
            /** @enum {string} */
            status: "queued" | "running" | "completed" | "failed" | "cancelled";
            /** Format: date-time */
            submittedAt: string;
            total: number;
            unchanged: number;
            updated: number;
        };
        Committed: {
            failed: {
                errors: components["schemas"]["FieldError"][];
                staffNumber: string;
            }[];
            run: components["schemas"]["SyncRun"];
            succeeded: {
                /** @enum {string} */
                outcome: "created" | "updated" | "unchanged" | "held";
                staffNumber: string;
                warnings: components["schemas"]["Warning"][];
            }[];
            warnings: components["schemas"]["Warning"][];
        };
        /** @description A District Employment, whole: what is left out is null. */
        EmploymentRequest: {
            /**
             * Format: date
             * @description Matched by hireDate, else by terminationDate (EMP-3).
             * @example 2020-07-25
             */
            hireDate: string;
            /** @description Left out or null: an open end (STAFF-6). */
            terminationDate?: string | null;
        };
        FieldError: {
            code: string;
            /** @description The column of a CSV file or workbook, by its header. */
            column?: string;
            hint?: string;
            index?: number;
            /** @description Of a CSV file the line, of a workbook the row, from 1. */
            line?: number;
            message: string;
            otherIndex?: number;
            pointer: string;
            staffNumber?: string;
            stagedAt?: string;
        };
        /** @description An address of the district, exact or near. */
        FoundAddress: {
            apt: string | null;
            block: string | null;
            city: string | null;
            county: string | null;
            direction: string | null;
            /** Format: uuid */
            id: string;
            locationCode: string | null;
            number: string | null;
            postOfficeBox: boolean;
            prefix: string | null;
            /** @description How near the match is; 1 would be identical. Only for a near match. */
            score?: number;
            state: string | null;
            street: string | null;
            tag: string | null;
            tract: string | null;
            /** @description What differs. Only for a near match. */
            why?: string;
            zip: string | null;
        };
        HouseholdRequest: {
            householdLocations: {
                address: components["schemas"]["AddressRequest"];
                /** @description Default: none. */
                endDate?: string | null;
                /** @description Mail goes here. Default on create: true. */
                mailing?: boolean | null;
                /** @description They live here. Default on create: true, false for a PO box. */
                physical?: boolean | null;
                /** @description Not shown to others. Default on create: false. */
                private?: boolean | null;
                /** @description A second home. Default on create: false. */
                secondary?: boolean | null;
                /** @description Default on create: the date of the call. */
                startDate?: string | null;
            }[];
            /** @description Default on create: the last name. */
            name?: string | null;
            /** @description Default: none. */
            phone?: string | null;
        };
        HouseholdUpdateRequest: {
            householdLocations?: {
                address: components["schemas"]["AddressRequest"];
                /** @description Default: none. */
                endDate?: string | null;
                /** @description Mail goes here. Default on create: true. */
                mailing?: boolean | null;
                /** @description They live here. Default on create: true, false for a PO box. */
                physical?: boolean | null;
                /** @description Not shown to others. Default on create: false. */
                private?: boolean | null;
                /** @description A second home. Default on create: false. */
                secondary?: boolean | null;
                /** @description Default on create: the date of the call. */
                startDate?: string | null;
            }[];
            /** @description Default on create: the last name. */
            name?: string | null;
            /** @description Default: none. */
            phone?: string | null;
        };
        NewStaffMemberRequest: {
            /**
             * @description Birth date.
             * @example 1979-12-26
             */
            birthDate?: string | null;
            /** @description Compared by its digits (STAFF-6). */
            cellPhone?: string | null;
            /** @description Those left out are kept (EMP-3). */
            employments?: components["schemas"]["EmploymentRequest"][];
            /**
             * @description First name. A change starts a new identity on the date of the call (ID-1).
             * @example Pat
             */
            firstName: string;
            /**
             * @description "Gender must be a valid Infinite Campus gender" (STAFF-3).
             * @example F
             */
            gender: string;
            /** @description Updates the staff household of which the person is the only member (HH-3); creates one where there is none (HH-5); is ignored, with a warning, for a household that is shared (HH-4). Left out or null: nothing changes. */
            household?: components["schemas"]["HouseholdRequest"] | null;
            /**
             * @description Last name. A change starts a new identity on the date of the call (ID-1).
             * @example Simpson
             */
            lastName: string;
            /** @description Middle name. A change starts a new identity on the date of the call (ID-1). */
            middleName?: string | null;
            /**
             * @description What to do when Campus likely has this person already (CMB-2): "warn" creates them and names the candidates in a warning, which is the default; "reject" answers 409 and creates nobody.
             * @example reject
             * @enum {string}
             */
            onLikelyDuplicate?: "warn" | "reject";
            /** @description Compared by its digits (STAFF-6). */
            otherPhone?: string | null;
            /** @description Compared without case (STAFF-6). */
            personalEmail?: string | null;
            /** @description On update "these are all the positions": others are removed, unless they are linked to other activities (POS-10, POS-11). Left out: nothing changes. */
            positions?: components["schemas"]["PositionRequest"][];
            /**
             * @description Nine digits, dashes allowed. Answers show the last four only.
             * @example 123-45-6789
             */
            ssn?: string | null;
            /**
             * @description The key, held in Local Staff Number: 1 to 15 of letters, digits, "-", "_" and ".". Compared without regard to case or surrounding blanks; leading zeros matter; "sync" and "search" are refused (STAFF-1).
             * @example 10058
             */
            staffNumber: string;
            /**
             * @description Compared without case (STAFF-6).
             * @example psimpson@school.k12.mo.us
             */
            workEmail?: string | null;
            /**
             * @description Compared by its digits (STAFF-6).
             * @example (723)897-1184 x6033
             */
            workPhone?: string | null;
        };
        /** @description A District Assignment. It can be sent back unchanged. */
        Position: {
            assignmentCode: string | null;
            assignmentDescription: string | null;
            endDate: string | null;
            /** Format: uuid */
            id: string;
            schoolName: string | null;
            schoolNumber: string;
            /** Format: date */
            startDate: string;
            titleCode: string | null;
            titleDescription: string | null;
        };
        PositionCreated: {
            position: components["schemas"]["Position"];
            warnings: components["schemas"]["Warning"][];
        };
        /** @description A District Assignment, whole. "A position requires an Infinite Campus schoolNumber, startDate, and titleCode or assignmentCode" (POS-2). A code that is not sent takes no part in matching; one that Campus lacks is added to the position that has the other code (POS-4). */
        PositionRequest: {
            /**
             * @description Of GET attributes/assignmentCodes; unknown ones are errors.
             * @example 20
             */
            assignmentCode?: string | null;
            /** @description Of an answer; accepted and ignored. */
            assignmentDescription?: unknown;
            /** @description Else key and endDate match: startDate is updated (POS-6). Null: an open end. */
            endDate?: string | null;
            /** @description Of an answer; accepted and ignored. */
            id?: unknown;
            /** @description Of an answer; accepted and ignored. */
            schoolName?: unknown;
            /**
             * @description Of GET schools; unknown ones are errors (REF-2).
             * @example 010
             */
            schoolNumber: string;
            /**
             * Format: date
             * @description Key and startDate match: endDate is updated (POS-5).
             * @example 2023-10-01
             */
            startDate: string;
            /**
             * @description An unknown one is created in Campus (REF-2).
             * @example 4A61E262
             */
            titleCode?: string | null;
            /**
             * @description Describes a new titleCode; a known title is not changed (REF-2).
             * @example Varsity Basketball
             */
            titleDescription?: string | null;
        } | unknown | unknown;
        PositionsUpdated: {
            updated: components["schemas"]["Position"][];
            warnings: components["schemas"]["Warning"][];
        };
        Problem: {
            /** @description One plain sentence that says what to do. */
            detail: string;
            /** @description All errors at once; at most the first 1,000. */
            errors?: components["schemas"]["FieldError"][];
            /** @description The path that was called. */
            instance: string;
            /** @description Also in the header X-Request-Id, in the error log and in the server log. */
            requestId: string;
            status: number;
            title: string;
            /** @description How many errors there are, if more than are listed. */
            totalErrors?: number;
            type: string;
        } & {
            [key: string]: unknown;
        };
        School: {
            active: boolean;
            /** @example Grand Bend High School */
            name: string;
            /** @example 010 */
            schoolNumber: string;
            type?: string | null;
        };
        StaffMember: {
            birthDate: string | null;
            cellPhone: string | null;
            /** @description A position exists (STAFF-5). */
            complete: boolean;
            employments: {
                /** Format: date */
                hireDate: string;
                terminationDate: string | null;
            }[];
            firstName: string | null;
            gender: string | null;
            genderDescription: string | null;
            household: {
                householdLocations: {
                    address: components["schemas"]["Address"];
                    endDate: string | null;
                    mailing: boolean;
                    physical: boolean;
                    private: boolean;
                    secondary: boolean;
                    startDate: string | null;
                }[];
                /** Format: uuid */
                id: string;
                name: string | null;
                phone: string | null;
                /** @description Others live there too: HR can not change it (HH-4). */
                shared: boolean;
                staffHousehold: boolean;
            } | null;
            /** Format: uuid */
            id: string;
            /** @description All names ever borne, the current one first. */
            identities: {
                current: boolean;
                endDate: string | null;
                firstName: string;
                lastName: string;
                middleName: string | null;
                startDate: string | null;
            }[];
            lastName: string | null;
            middleName: string | null;
            otherPhone: string | null;
            personalEmail: string | null;
            positions: components["schemas"]["Position"][];
            /** @description The properties that HR manages; none before the first synchronization. */
            readOnly: string[];
            ssnLast4: string | null;
            staffNumber: string | null;
            /** Format: date-time */
            updatedAt: string;
            workEmail: string | null;
            workPhone: string | null;
        };
        StaffMemberRequest: {
            /**
             * @description Birth date.
             * @example 1979-12-26
             */
            birthDate?: string | null;
            /** @description Compared by its digits (STAFF-6). */
            cellPhone?: string | null;
            /** @description Those left out are kept (EMP-3). */
            employments?: components["schemas"]["EmploymentRequest"][];
            /**
             * @description First name. A change starts a new identity on the date of the call (ID-1).
             * @example Pat
             */
            firstName: string;
            /**
             * @description "Gender must be a valid Infinite Campus gender" (STAFF-3).
             * @example F
             */
            gender: string;
            /** @description Updates the staff household of which the person is the only member (HH-3); creates one where there is none (HH-5); is ignored, with a warning, for a household that is shared (HH-4). Left out or null: nothing changes. */
            household?: components["schemas"]["HouseholdRequest"] | null;
            /**
             * @description Last name. A change starts a new identity on the date of the call (ID-1).
             * @example Simpson
             */
            lastName: string;
            /** @description Middle name. A change starts a new identity on the date of the call (ID-1). */
            middleName?: string | null;
            /** @description Compared by its digits (STAFF-6). */
            otherPhone?: string | null;
            /** @description Compared without case (STAFF-6). */
            personalEmail?: string | null;
            /** @description On update "these are all the positions": others are removed, unless they are linked to other activities (POS-10, POS-11). Left out: nothing changes. */
            positions?: components["schemas"]["PositionRequest"][];
            /**
             * @description Nine digits, dashes allowed. Answers show the last four only.
             * @example 123-45-6789
             */
            ssn?: string | null;
            /**
             * @description The key, held in Local Staff Number: 1 to 15 of letters, digits, "-", "_" and ".". Compared without regard to case or surrounding blanks; leading zeros matter; "sync" and "search" are refused (STAFF-1).
             * @example 10058
             */
            staffNumber: string;
            /**
             * @description Compared without case (STAFF-6).
             * @example psimpson@school.k12.mo.us
             */
            workEmail?: string | null;
            /**
             * @description Compared by its digits (STAFF-6).
             * @example (723)897-1184 x6033
             */
            workPhone?: string | null;
        };
        StaffMemberUpdateRequest: {
            /**
             * @description Birth date.
             * @example 1979-12-26
             */
            birthDate?: string | null;
            /** @description Compared by its digits (STAFF-6). */
            cellPhone?: string | null;
            /** @description Those left out are kept (EMP-3). */
            employments?: components["schemas"]["EmploymentRequest"][];
            /**
             * @description First name. A change starts a new identity on the date of the call (ID-1).
             * @example Pat
             */
            firstName?: string;
            /**
             * @description "Gender must be a valid Infinite Campus gender" (STAFF-3).
             * @example F
             */
            gender?: string;
            /** @description Updates the staff household of which the person is the only member (HH-3); creates one where there is none (HH-5); is ignored, with a warning, for a household that is shared (HH-4). Left out or null: nothing changes. */
            household?: components["schemas"]["HouseholdUpdateRequest"] | null;
            /**
             * @description Last name. A change starts a new identity on the date of the call (ID-1).
             * @example Simpson
             */
            lastName?: string;
            /** @description Middle name. A change starts a new identity on the date of the call (ID-1). */
            middleName?: string | null;
            /** @description Compared by its digits (STAFF-6). */
            otherPhone?: string | null;
            /** @description Compared without case (STAFF-6). */
            personalEmail?: string | null;
            /** @description On update "these are all the positions": others are removed, unless they are linked to other activities (POS-10, POS-11). Left out: nothing changes. */
            positions?: components["schemas"]["PositionRequest"][];
            /**
             * @description Nine digits, dashes allowed. Answers show the last four only.
             * @example 123-45-6789
             */
            ssn?: string | null;
            /**
             * @description The key, held in Local Staff Number: 1 to 15 of letters, digits, "-", "_" and ".". Compared without regard to case or surrounding blanks; leading zeros matter; "sync" and "search" are refused (STAFF-1).
             * @example 10058
             */
            staffNumber?: string;
            /**
             * @description Compared without case (STAFF-6).
             * @example psimpson@school.k12.mo.us
             */
            workEmail?: string | null;
            /**
             * @description Compared by its digits (STAFF-6).
             * @example (723)897-1184 x6033
             */
            workPhone?: string | null;
        };
        StaffMemberWithWarnings: {
            staffMember: components["schemas"]["StaffMember"];
            warnings: components["schemas"]["Warning"][];
        };
        SyncResult: {
            errors: components["schemas"]["FieldError"][];
            /** @enum {string} */
            outcome: "created" | "updated" | "unchanged" | "held" | "failed";
            staffNumber: string;
            warnings: components["schemas"]["Warning"][];
        };
        SyncRun: {
            /** @description The calls that are allowed now. */
            allowed: string[];
            committedAt: string | null;
            /** @description The job that is queued or running. */
            job: {
                /** @enum {string} */
                kind: "validate" | "commit";
                processed: number;
                total: number;
            } | null;
            /** Format: uuid */
            runId: string;
            /** @description How many staff were set aside (SYNC-2). The report lists them as errors, the results as failed. */
            setAside: number;
            /** @description How many staff are staged. */
            staffTransferred: number;
            /** Format: date-time */
            startedAt: string;
            startedBy: string;
            /** @enum {string} */
            status: "transferring" | "transferred" | "validated" | "committing" | "committed" | "cancelled";
            validatedAt: string | null;
        };
        Transferred: {
            /** @description Staff of this call, each staff number once: staged or set aside. */
            received: number;
            /** @description Staff set aside in the run so far. */
            setAside: number;
            /** @description Staged in the run so far. */
            staffTransferred: number;
            warnings: components["schemas"]["Warning"][];
        };
        ValidationEntry: {
            /** @description As Campus has it; null where only HR has it. */
            campus: {
                [key: string]: unknown;
            } | null;
            /** @description The fields that differ. */
            fields: string[];
            /** @description As HR sent it; null where only Campus has it. */
            hr: {
                [key: string]: unknown;
            } | null;
            /** @description The person in Campus; null where Campus has nobody, or several people with the number. */
            personId: string | null;
            staffNumber: string | null;
            why: {
                /** @description Only in hrNotInCampus: the people in Campus who are likely the same person, the likeliest first. */
                candidates?: {
                    /** Format: uuid */
                    id: string;
                    reasons: string[];
                    score: number;
                    staffNumber: string | null;
                }[];
                reason: string;
                rule: string;
            };
        };
        ValidationReport: {
            /** @description People with a value that HR sends empty and Campus has. */
            erased: number;
            /** Format: date-time */
            generatedAt: string;
            /** Format: uuid */
            runId: string;
            sections: {
                addresses: {
                    entries: components["schemas"]["ValidationEntry"][];
                    total: number;
                };
                assignments: {
                    entries: components["schemas"]["ValidationEntry"][];
                    total: number;
                };
                campusNotInHr: {
                    entries: components["schemas"]["ValidationEntry"][];
                    total: number;
                };
                demographics: {
                    entries: components["schemas"]["ValidationEntry"][];
                    total: number;
                };
                duplicateStaffNumbers: {
                    entries: components["schemas"]["ValidationEntry"][];
                    total: number;
                };
                employments: {
                    entries: components["schemas"]["ValidationEntry"][];
                    total: number;
                };
                errors: {
                    entries: components["schemas"]["ValidationEntry"][];
                    total: number;
                };
                hrNotInCampus: {
                    entries: components["schemas"]["ValidationEntry"][];
                    total: number;
                };
            };
            /** @description For how many people HR sent these at all; null for a report of an earlier version of Campus. */
            sent: {
                addresses: number;
                assignments: number;
                employments: number;
            } | null;
            summary: components["schemas"]["ValidationSummary"];
            warnings: components["schemas"]["Warning"][];
        };
        ValidationSummary: {
            addresses: number;
            assignments: number;
            campusNotInHr: number;
            demographics: {
                birthDate: number;
                cellPhone: number;
                gender: number;
                /** @description Of `name`: people for whom HR sends only the initial of the middle name (ID-6). */
                middleInitial: number;
                name: number;
                otherPhone: number;
                people: number;
                personalEmail: number;
                ssn: number;
                staffNumber: number;
                workEmail: number;
                workPhone: number;
            };
            duplicateStaffNumbers: {
                numbers: number;
                people: number;
            };
            employments: number;
            hrNotInCampus: number;
        };
        Warning: {
            /** @description Only for likelyDuplicate: the people in Campus who are likely the same person, the likeliest first. */
            candidates?: {
                /** Format: uuid */
                id: string;
                reasons: string[];
                score: number;
                staffNumber: string | null;
            }[];
            code: string;
            message: string;
            pointer?: string;
        };
    };
    responses: {
        /** @description The JSON can’t be read, or a query parameter is unknown. */
        BadRequest: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "about:blank",
                 *       "title": "Bad Request",
                 *       "status": 400,
                 *       "detail": "This call has no parameter staffNo. Correct the query and send it again.",
                 *       "instance": "/campus/api/businessOfficeIntegration/staffMembers/10058",
                 *       "requestId": "6f1c2b9e-2a52-4f0e-9a35-0d3c5a1f7b21",
                 *       "errors": [
                 *         {
                 *           "pointer": "/staffNo",
                 *           "code": "unknownParameter",
                 *           "message": "This call has no parameter staffNo.",
                 *           "hint": "Did you mean staffNumber?"
                 *         }
                 *       ]
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The current state does not allow it, or it exists already. */
        Conflict: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "about:blank",
                 *       "title": "Conflict",
                 *       "status": 409,
                 *       "detail": "The staff number 10058 is taken. Update that person, or use another number.",
                 *       "instance": "/campus/api/businessOfficeIntegration/staffMembers/10058",
                 *       "requestId": "6f1c2b9e-2a52-4f0e-9a35-0d3c5a1f7b21"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Too many bytes or rows for one call. */
        ContentTooLarge: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "about:blank",
                 *       "title": "Content Too Large",
                 *       "status": 413,
                 *       "detail": "The body is larger than 16 MiB. Send it in several calls.",
                 *       "instance": "/campus/api/businessOfficeIntegration/staffMembers/10058",
                 *       "requestId": "6f1c2b9e-2a52-4f0e-9a35-0d3c5a1f7b21"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The token lacks this call's scope. */
        Forbidden: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "about:blank",
                 *       "title": "Forbidden",
                 *       "status": 403,
                 *       "detail": "This call needs the scope staff.write, which the token does not have. Request a token with it.",
                 *       "instance": "/campus/api/businessOfficeIntegration/staffMembers/10058",
                 *       "requestId": "6f1c2b9e-2a52-4f0e-9a35-0d3c5a1f7b21"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It does not exist in this district. What belongs to another district gets the same answer. */
        NotFound: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "about:blank",
                 *       "title": "Not Found",
                 *       "status": 404,
                 *       "detail": "Nobody has the staff number 10058. Search before you update; create them if they are new.",
                 *       "instance": "/campus/api/businessOfficeIntegration/staffMembers/10058",
                 *       "requestId": "6f1c2b9e-2a52-4f0e-9a35-0d3c5a1f7b21"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `If-Match` names an older state. Read it again before you send your change. */
        PreconditionFailed: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "about:blank",
                 *       "title": "Precondition Failed",
                 *       "status": 412,
                 *       "detail": "The staff member has changed since you read it. Read it again and send your change again.",
                 *       "instance": "/campus/api/businessOfficeIntegration/staffMembers/10058",
                 *       "requestId": "6f1c2b9e-2a52-4f0e-9a35-0d3c5a1f7b21"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description No byte of the body arrived for 30 seconds, or fewer than 512 bytes a second. The connection ends. Send the call again. */
        RequestTimeout: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "about:blank",
                 *       "title": "Request Timeout",
                 *       "status": 408,
                 *       "detail": "No byte of the body arrived for 30 seconds. Nothing of this call was stored. Send it again.",
                 *       "instance": "/campus/api/businessOfficeIntegration/staffMembers/10058",
                 *       "requestId": "6f1c2b9e-2a52-4f0e-9a35-0d3c5a1f7b21"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The database can’t be reached. Send the same request again after `Retry-After`. */
        ServiceUnavailable: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "about:blank",
                 *       "title": "Service Unavailable",
                 *       "status": 503,
                 *       "detail": "The database can’t be reached right now. Send the request again shortly.",
                 *       "instance": "/campus/api/businessOfficeIntegration/staffMembers/10058",
                 *       "requestId": "6f1c2b9e-2a52-4f0e-9a35-0d3c5a1f7b21"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The client has reached its limit of calls per minute. `Retry-After` says when to continue. */
        TooManyRequests: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "about:blank",
                 *       "title": "Too Many Requests",
                 *       "status": 429,
                 *       "detail": "This client has made the 6,000 calls that it may make in a minute. Continue in 12 seconds.",
                 *       "instance": "/campus/api/businessOfficeIntegration/staffMembers/10058",
                 *       "requestId": "6f1c2b9e-2a52-4f0e-9a35-0d3c5a1f7b21"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The token is missing, unknown, expired or revoked; `WWW-Authenticate` says which. Request a new one. */
        Unauthorized: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "about:blank",
                 *       "title": "Unauthorized",
                 *       "status": 401,
                 *       "detail": "The access token has expired. Request a new one.",
                 *       "instance": "/campus/api/businessOfficeIntegration/staffMembers/10058",
                 *       "requestId": "6f1c2b9e-2a52-4f0e-9a35-0d3c5a1f7b21"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is readable but has values that the rules refuse. All errors are listed at once, each with a JSON pointer. */
        UnprocessableContent: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "about:blank",
                 *       "title": "Unprocessable Content",
                 *       "status": 422,
                 *       "detail": "The record has 1 error. Correct it and send it again.",
                 *       "instance": "/campus/api/businessOfficeIntegration/staffMembers/10058",
                 *       "requestId": "6f1c2b9e-2a52-4f0e-9a35-0d3c5a1f7b21",
                 *       "errors": [
                 *         {
                 *           "pointer": "/positions/0/schooNumber",
                 *           "code": "unknownProperty",
                 *           "message": "\"schooNumber\" is not a known property; the nearest one is \"schoolNumber\".",
                 *           "hint": "Rename it to \"schoolNumber\" or leave it out."
                 *         }
                 *       ]
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The media type, charset or encoding of the body is not supported. */
        UnsupportedMediaType: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "about:blank",
                 *       "title": "Unsupported Media Type",
                 *       "status": 415,
                 *       "detail": "Send the body as JSON with the header `Content-Type: application/json`.",
                 *       "instance": "/campus/api/businessOfficeIntegration/staffMembers/10058",
                 *       "requestId": "6f1c2b9e-2a52-4f0e-9a35-0d3c5a1f7b21"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: {
        /** @description What is left of this minute. */
        RateLimit: string;
        /** @description Calls a minute. */
        "RateLimit-Policy": string;
        /** @description The id of this call, also in the error log. */
        "X-Request-Id": string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getAddresses: {
        parameters: {
            query?: {
                /** @description Apartment or unit. */
                apt?: string;
                /** @description City. */
                city?: string;
                /** @description The `nextCursor` of the page before. */
                cursor?: string;
                /** @description Direction after the tag. */
                direction?: string;
                /** @description The street line as one string, instead of components. Sending both is an error (ADR-1). */
                fullStreetAddress?: string;
                /** @description How many at most, 1 to 1000. */
                limit?: number;
                /** @description House number, or the box with postOfficeBox=true. */
                number?: string;
                /** @description A PO box, without street parts. Default: false. */
                postOfficeBox?: boolean;
                /** @description Direction before the street. */
                prefix?: string;
                /** @description Two-letter code or name. */
                state?: string;
                /** @description Street name. */
                street?: string;
                /** @description Street suffix. */
                tag?: string;
                /** @description 5 digits or ZIP+4; the last four digits are ignored. */
                zip?: string;
            };
            header?: {
                /** @description An id of yours for this call, up to 64 of letters, digits, `.`, `_` and `-`; made up if left out. */
                "X-Request-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "01909f2e-1c5a-7d3b-8a44-5b1f0c6d7e01",
                     *           "postOfficeBox": false,
                     *           "number": "4321",
                     *           "prefix": "S",
                     *           "street": "Lexington",
                     *           "tag": "Ave",
                     *           "direction": "SE",
                     *           "apt": "45",
                     *           "city": "Blaine",
                     *           "state": "MN",
                     *           "zip": "55123",
                     *           "county": null,
                     *           "locationCode": null,
                     *           "tract": null,
                     *           "block": null
                     *         },
                     *         {
                     *           "id": "01909f2e-1c5a-7d3b-8a44-5b1f0c6d7e02",
                     *           "postOfficeBox": false,
                     *           "number": "4321",
                     *           "prefix": "S",
                     *           "street": "Lexington",
                     *           "tag": "Ave",
                     *           "direction": "SE",
                     *           "apt": null,
                     *           "city": "Blaine",
                     *           "state": "MN",
                     *           "zip": "55123",
                     *           "county": null,
                     *           "locationCode": null,
                     *           "tract": null,
                     *           "block": null,
                     *           "score": 0.9,
                     *           "why": "The apartment differs."
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["FoundAddress"][];
                        nextCursor: string | null;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getAttributesAssignmentCodes: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before. */
                cursor?: string;
                /** @description How many at most, 1 to 1000. */
                limit?: number;
            };
            header?: {
                /** @description An id of yours for this call, up to 64 of letters, digits, `.`, `_` and `-`; made up if left out. */
                "X-Request-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "code": "20",
                     *           "description": "Teacher",
                     *           "active": true
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Code"][];
                        nextCursor: string | null;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getAttributesGenders: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before. */
                cursor?: string;
                /** @description How many at most, 1 to 1000. */
                limit?: number;
            };
            header?: {
                /** @description An id of yours for this call, up to 64 of letters, digits, `.`, `_` and `-`; made up if left out. */
                "X-Request-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "code": "F",
                     *           "description": "Female",
                     *           "active": true
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Code"][];
                        nextCursor: string | null;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getAttributesTitles: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before. */
                cursor?: string;
                /** @description How many at most, 1 to 1000. */
                limit?: number;
            };
            header?: {
                /** @description An id of yours for this call, up to 64 of letters, digits, `.`, `_` and `-`; made up if left out. */
                "X-Request-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "code": "4A61E262",
                     *           "description": "Varsity Basketball",
                     *           "active": true
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Code"][];
                        nextCursor: string | null;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getSchools: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before. */
                cursor?: string;
                /** @description How many at most, 1 to 1000. */
                limit?: number;
            };
            header?: {
                /** @description An id of yours for this call, up to 64 of letters, digits, `.`, `_` and `-`; made up if left out. */
                "X-Request-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "schoolNumber": "010",
                     *           "name": "Harrison High School",
                     *           "type": "High School",
                     *           "active": true
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["School"][];
                        nextCursor: string | null;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getStaffMembers: {
        parameters: {
            query?: {
                /** @description Exact. */
                birthDate?: string;
                /** @description The `nextCursor` of the page before. */
                cursor?: string;
                /** @description The whole work or personal e-mail address; not case-sensitive. */
                email?: string;
                /** @description The beginning of the name; case and accents are ignored. */
                firstName?: string;
                /** @description Also people without a position. Default: false. */
                includeIncomplete?: boolean;
                /** @description The beginning of the name; case and accents are ignored. */
                lastName?: string;
                /** @description How many at most, 1 to 1000. */
                limit?: number;
                /** @description Nine digits, exact. Use POST /staffMembers/search to keep it out of logs. */
                ssn?: string;
                /** @description Not case-sensitive. */
                staffNumber?: string;
                /** @description People changed at this time or later, by HR or in Campus. A `+` that was sent unencoded, and so became a blank, is understood. */
                updatedSince?: string;
            };
            header?: {
                /** @description An id of yours for this call, up to 64 of letters, digits, `.`, `_` and `-`; made up if left out. */
                "X-Request-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "01909f2e-0a01-7f20-8c31-90d2b5a7e6f4",
                     *           "staffNumber": "10058",
                     *           "lastName": "Simpson",
                     *           "firstName": "Pat",
                     *           "middleName": null,
                     *           "gender": "F",
                     *           "genderDescription": "Female",
                     *           "ssnLast4": null,
                     *           "birthDate": "1979-12-26",
                     *           "workPhone": null,
                     *           "cellPhone": null,
                     *           "otherPhone": null,
                     *           "workEmail": "psimpson@school.k12.mo.us",
                     *           "personalEmail": null,
                     *           "identities": [
                     *             {
                     *               "lastName": "Simpson",
                     *               "firstName": "Pat",
                     *               "middleName": null,
                     *               "startDate": "2026-11-24",
                     *               "endDate": null,
                     *               "current": true
                     *             }
                     *           ],
                     *           "employments": [
                     *             {
                     *               "hireDate": "2020-07-25",
                     *               "terminationDate": null
                     *             }
                     *           ],
                     *           "positions": [
                     *             {
                     *               "id": "01909f2e-2b10-7c55-9d02-7a4be1f3c801",
                     *               "schoolNumber": "010",
                     *               "schoolName": "Harrison High School",
                     *               "assignmentCode": "20",
                     *               "assignmentDescription": "Teacher",
                     *               "titleCode": "4A61E262",
                     *               "titleDescription": "Varsity Basketball",
                     *               "startDate": "2023-10-01",
                     *               "endDate": null
                     *             }
                     *           ],
                     *           "household": {
                     *             "id": "01909f2e-3d77-7a90-b1c5-2e8f4a6b9d03",
                     *             "name": "Simpson",
                     *             "phone": null,
                     *             "staffHousehold": true,
                     *             "shared": false,
                     *             "householdLocations": [
                     *               {
                     *                 "startDate": "2026-11-24",
                     *                 "endDate": null,
                     *                 "mailing": true,
                     *                 "physical": true,
                     *                 "private": false,
                     *                 "secondary": false,
                     *                 "address": {
                     *                   "id": "01909f2e-1c5a-7d3b-8a44-5b1f0c6d7e01",
                     *                   "postOfficeBox": false,
                     *                   "number": "4321",
                     *                   "prefix": "S",
                     *                   "street": "Lexington",
                     *                   "tag": "Ave",
                     *                   "direction": "SE",
                     *                   "apt": "45",
                     *                   "city": "Blaine",
                     *                   "state": "MN",
                     *                   "zip": "55123",
                     *                   "county": null,
                     *                   "locationCode": null,
                     *                   "tract": null,
                     *                   "block": null
                     *                 }
                     *               }
                     *             ]
                     *           },
                     *           "complete": true,
                     *           "readOnly": [
                     *             "staffNumber",
                     *             "lastName",
                     *             "firstName",
                     *             "gender",
                     *             "birthDate",
                     *             "workEmail"
                     *           ],
                     *           "updatedAt": "2026-11-24T14:03:11.000Z"
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["StaffMember"][];
                        nextCursor: string | null;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    postStaffMembers: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body, however its JSON is written, is answered as the first time, for 24 hours, with `Idempotency-Replayed: true`: a call that timed out can be sent again. Give each call a key of its own, such as a UUID. */
                "Idempotency-Key"?: string;
                /** @description An id of yours for this call, up to 64 of letters, digits, `.`, `_` and `-`; made up if left out. */
                "X-Request-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewStaffMemberRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "staffMember": {
                     *         "id": "01909f2e-0a01-7f20-8c31-90d2b5a7e6f4",
                     *         "staffNumber": "10058",
                     *         "lastName": "Simpson",
                     *         "firstName": "Pat",
                     *         "middleName": null,
                     *         "gender": "F",
                     *         "genderDescription": "Female",
                     *         "ssnLast4": null,
                     *         "birthDate": "1979-12-26",
                     *         "workPhone": null,
                     *         "cellPhone": null,
                     *         "otherPhone": null,
                     *         "workEmail": "psimpson@school.k12.mo.us",
                     *         "personalEmail": null,
                     *         "identities": [
                     *           {
                     *             "lastName": "Simpson",
                     *             "firstName": "Pat",
                     *             "middleName": null,
                     *             "startDate": "2026-11-24",
                     *             "endDate": null,
                     *             "current": true
                     *           }
                     *         ],
                     *         "employments": [
                     *           {
                     *             "hireDate": "2020-07-25",
                     *             "terminationDate": null
                     *           }
                     *         ],
                     *         "positions": [
                     *           {
                     *             "id": "01909f2e-2b10-7c55-9d02-7a4be1f3c801",
                     *             "schoolNumber": "010",
                     *             "schoolName": "Harrison High School",
                     *             "assignmentCode": "20",
                     *             "assignmentDescription": "Teacher",
                     *             "titleCode": "4A61E262",
                     *             "titleDescription": "Varsity Basketball",
                     *             "startDate": "2023-10-01",
                     *             "endDate": null
                     *           }
                     *         ],
                     *         "household": {
                     *           "id": "01909f2e-3d77-7a90-b1c5-2e8f4a6b9d03",
                     *           "name": "Simpson",
                     *           "phone": null,
                     *           "staffHousehold": true,
                     *           "shared": false,
                     *           "householdLocations": [
                     *             {
                     *               "startDate": "2026-11-24",
                     *               "endDate": null,
                     *               "mailing": true,
                     *               "physical": true,
                     *               "private": false,
                     *               "secondary": false,
                     *               "address": {
                     *                 "id": "01909f2e-1c5a-7d3b-8a44-5b1f0c6d7e01",
                     *                 "postOfficeBox": false,
                     *                 "number": "4321",
                     *                 "prefix": "S",
                     *                 "street": "Lexington",
                     *                 "tag": "Ave",
                     *                 "direction": "SE",
                     *                 "apt": "45",
                     *                 "city": "Blaine",
                     *                 "state": "MN",
                     *                 "zip": "55123",
                     *                 "county": null,
                     *                 "locationCode": null,
                     *                 "tract": null,
                     *                 "block": null
                     *               }
                     *             }
                     *           ]
                     *         },
                     *         "complete": true,
                     *         "readOnly": [
                     *           "staffNumber",
                     *           "lastName",
                     *           "firstName",
                     *           "gender",
                     *           "birthDate",
                     *           "workEmail"
                     *         ],
                     *         "updatedAt": "2026-11-24T14:03:11.000Z"
                     *       },
                     *       "warnings": []
                     *     }
                     */
                    "application/json": components["schemas"]["StaffMemberWithWarnings"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            408: components["responses"]["RequestTimeout"];
            /** @description The number is taken (STAFF-4), or with `reject` someone in Campus is likely the same person (CMB-2). */
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getStaffMembersStaffNumber: {
        parameters: {
            query?: never;
            header?: {
                /** @description An id of yours for this call, up to 64 of letters, digits, `.`, `_` and `-`; made up if left out. */
                "X-Request-Id"?: string;
            };
            path: {
                /** @description The Local Staff Number, without regard to case (STAFF-1). */
                staffNumber: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "01909f2e-0a01-7f20-8c31-90d2b5a7e6f4",
                     *       "staffNumber": "10058",
                     *       "lastName": "Simpson",
                     *       "firstName": "Pat",
                     *       "middleName": null,
                     *       "gender": "F",
                     *       "genderDescription": "Female",
                     *       "ssnLast4": null,
                     *       "birthDate": "1979-12-26",
                     *       "workPhone": null,
                     *       "cellPhone": null,
                     *       "otherPhone": null,
                     *       "workEmail": "psimpson@school.k12.mo.us",
                     *       "personalEmail": null,
                     *       "identities": [
                     *         {
                     *           "lastName": "Simpson",
                     *           "firstName": "Pat",
                     *           "middleName": null,
                     *           "startDate": "2026-11-24",
                     *           "endDate": null,
                     *           "current": true
                     *         }
                     *       ],
                     *       "employments": [
                     *         {
                     *           "hireDate": "2020-07-25",
                     *           "terminationDate": null
                     *         }
                     *       ],
                     *       "positions": [
                     *         {
                     *           "id": "01909f2e-2b10-7c55-9d02-7a4be1f3c801",
                     *           "schoolNumber": "010",
                     *           "schoolName": "Harrison High School",
                     *           "assignmentCode": "20",
                     *           "assignmentDescription": "Teacher",
                     *           "titleCode": "4A61E262",
                     *           "titleDescription": "Varsity Basketball",
                     *           "startDate": "2023-10-01",
                     *           "endDate": null
                     *         }
                     *       ],
                     *       "household": {
                     *         "id": "01909f2e-3d77-7a90-b1c5-2e8f4a6b9d03",
                     *         "name": "Simpson",
                     *         "phone": null,
                     *         "staffHousehold": true,
                     *         "shared": false,
                     *         "householdLocations": [
                     *           {
                     *             "startDate": "2026-11-24",
                     *             "endDate": null,
                     *             "mailing": true,
                     *             "physical": true,
                     *             "private": false,
                     *             "secondary": false,
                     *             "address": {
                     *               "id": "01909f2e-1c5a-7d3b-8a44-5b1f0c6d7e01",
                     *               "postOfficeBox": false,
                     *               "number": "4321",
                     *               "prefix": "S",
                     *               "street": "Lexington",
                     *               "tag": "Ave",
                     *               "direction": "SE",
                     *               "apt": "45",
                     *               "city": "Blaine",
                     *               "state": "MN",
                     *               "zip": "55123",
                     *               "county": null,
                     *               "locationCode": null,
                     *               "tract": null,
                     *               "block": null
                     *             }
                     *           }
                     *         ]
                     *       },
                     *       "complete": true,
                     *       "readOnly": [
                     *         "staffNumber",
                     *         "lastName",
                     *         "firstName",
                     *         "gender",
                     *         "birthDate",
                     *         "workEmail"
                     *       ],
                     *       "updatedAt": "2026-11-24T14:03:11.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["StaffMember"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            /** @description Several people have this number. Staff numbers must be unique: ask the district to correct them in Campus. */
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    putStaffMembersStaffNumber: {
        parameters: {
            query?: never;
            header?: {
                /** @description A staff member's ETag: the change is made only if nothing has changed since (else 412). */
                "If-Match"?: string;
                /** @description An id of yours for this call, up to 64 of letters, digits, `.`, `_` and `-`; made up if left out. */
                "X-Request-Id"?: string;
            };
            path: {
                /** @description The Local Staff Number, without regard to case (STAFF-1). */
                staffNumber: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StaffMemberUpdateRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "staffMember": {
                     *         "id": "01909f2e-0a01-7f20-8c31-90d2b5a7e6f4",
                     *         "staffNumber": "10058",
                     *         "lastName": "Simpson",
                     *         "firstName": "Pat",
                     *         "middleName": null,
                     *         "gender": "F",
                     *         "genderDescription": "Female",
                     *         "ssnLast4": null,
                     *         "birthDate": "1979-12-26",
                     *         "workPhone": null,
                     *         "cellPhone": null,
                     *         "otherPhone": null,
                     *         "workEmail": "psimpson@school.k12.mo.us",
                     *         "personalEmail": null,
                     *         "identities": [
                     *           {
                     *             "lastName": "Simpson",
                     *             "firstName": "Pat",
                     *             "middleName": null,
                     *             "startDate": "2026-11-24",
                     *             "endDate": null,
                     *             "current": true
                     *           }
                     *         ],
                     *         "employments": [
                     *           {
                     *             "hireDate": "2020-07-25",
                     *             "terminationDate": null
                     *           }
                     *         ],
                     *         "positions": [
                     *           {
                     *             "id": "01909f2e-2b10-7c55-9d02-7a4be1f3c801",
                     *             "schoolNumber": "010",
                     *             "schoolName": "Harrison High School",
                     *             "assignmentCode": "20",
                     *             "assignmentDescription": "Teacher",
                     *             "titleCode": "4A61E262",
                     *             "titleDescription": "Varsity Basketball",
                     *             "startDate": "2023-10-01",
                     *             "endDate": null
                     *           }
                     *         ],
                     *         "household": {
                     *           "id": "01909f2e-3d77-7a90-b1c5-2e8f4a6b9d03",
                     *           "name": "Simpson",
                     *           "phone": null,
                     *           "staffHousehold": true,
                     *           "shared": false,
                     *           "householdLocations": [
                     *             {
                     *               "startDate": "2026-11-24",
                     *               "endDate": null,
                     *               "mailing": true,
                     *               "physical": true,
                     *               "private": false,
                     *               "secondary": false,
                     *               "address": {
                     *                 "id": "01909f2e-1c5a-7d3b-8a44-5b1f0c6d7e01",
                     *                 "postOfficeBox": false,
                     *                 "number": "4321",
                     *                 "prefix": "S",
                     *                 "street": "Lexington",
                     *                 "tag": "Ave",
                     *                 "direction": "SE",
                     *                 "apt": "45",
                     *                 "city": "Blaine",
                     *                 "state": "MN",
                     *                 "zip": "55123",
                     *                 "county": null,
                     *                 "locationCode": null,
                     *                 "tract": null,
                     *                 "block": null
                     *               }
                     *             }
                     *           ]
                     *         },
                     *         "complete": true,
                     *         "readOnly": [
                     *           "staffNumber",
                     *           "lastName",
                     *           "firstName",
                     *           "gender",
                     *           "birthDate",
                     *           "workEmail"
                     *         ],
                     *         "updatedAt": "2026-11-24T14:03:11.000Z"
                     *       },
                     *       "warnings": []
                     *     }
                     */
                    "application/json": components["schemas"]["StaffMemberWithWarnings"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description Nobody in this district has this number. */
            404: components["responses"]["NotFound"];
            408: components["responses"]["RequestTimeout"];
            /** @description Several people have this number. Staff numbers must be unique: ask the district to correct them in Campus. */
            409: components["responses"]["Conflict"];
            /** @description The staff member has changed since the ETag in `If-Match`. Read again, then decide again. */
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    putStaffMembersStaffNumberPosition: {
        parameters: {
            query?: never;
            header?: {
                /** @description A staff member's ETag: the change is made only if nothing has changed since (else 412). */
                "If-Match"?: string;
                /** @description An id of yours for this call, up to 64 of letters, digits, `.`, `_` and `-`; made up if left out. */
                "X-Request-Id"?: string;
            };
            path: {
                /** @description The Local Staff Number, without regard to case (STAFF-1). */
                staffNumber: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PositionRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "updated": [
                     *         {
                     *           "id": "01909f2e-2b10-7c55-9d02-7a4be1f3c801",
                     *           "schoolNumber": "010",
                     *           "schoolName": "Harrison High School",
                     *           "assignmentCode": "20",
                     *           "assignmentDescription": "Teacher",
                     *           "titleCode": "4A61E262",
                     *           "titleDescription": "Varsity Basketball",
                     *           "startDate": "2023-10-01",
                     *           "endDate": "2024-06-30"
                     *         }
                     *       ],
                     *       "warnings": []
                     *     }
                     */
                    "application/json": components["schemas"]["PositionsUpdated"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description Nobody has this number, or no position matches by POS-5 or POS-6. */
            404: components["responses"]["NotFound"];
            408: components["responses"]["RequestTimeout"];
            /** @description Several people have this number. Staff numbers must be unique: ask the district to correct them in Campus. */
            409: components["responses"]["Conflict"];
            /** @description The staff member has changed since the ETag in `If-Match`. Read again, then decide again. */
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    postStaffMembersStaffNumberPosition: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body, however its JSON is written, is answered as the first time, for 24 hours, with `Idempotency-Replayed: true`: a call that timed out can be sent again. Give each call a key of its own, such as a UUID. */
                "Idempotency-Key"?: string;
                /** @description A staff member's ETag: the change is made only if nothing has changed since (else 412). */
                "If-Match"?: string;
                /** @description An id of yours for this call, up to 64 of letters, digits, `.`, `_` and `-`; made up if left out. */
                "X-Request-Id"?: string;
            };
            path: {
                /** @description The Local Staff Number, without regard to case (STAFF-1). */
                staffNumber: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PositionRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "position": {
                     *         "id": "01909f2e-2b10-7c55-9d02-7a4be1f3c801",
                     *         "schoolNumber": "010",
                     *         "schoolName": "Harrison High School",
                     *         "assignmentCode": "20",
                     *         "assignmentDescription": "Teacher",
                     *         "titleCode": "4A61E262",
                     *         "titleDescription": "Varsity Basketball",
                     *         "startDate": "2023-10-01",
                     *         "endDate": null
                     *       },
                     *       "warnings": []
                     *     }
                     */
                    "application/json": components["schemas"]["PositionCreated"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description Nobody in this district has this number. */
            404: components["responses"]["NotFound"];
            408: components["responses"]["RequestTimeout"];
            /** @description Several people have this number. Staff numbers must be unique: ask the district to correct them in Campus. */
            409: components["responses"]["Conflict"];
            /** @description The staff member has changed since the ETag in `If-Match`. Read again, then decide again. */
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    postStaffMembersSearch: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body, however its JSON is written, is answered as the first time, for 24 hours, with `Idempotency-Replayed: true`: a call that timed out can be sent again. Give each call a key of its own, such as a UUID. */
                "Idempotency-Key"?: string;
                /** @description An id of yours for this call, up to 64 of letters, digits, `.`, `_` and `-`; made up if left out. */
                "X-Request-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: date
                     * @description Exact.
                     */
                    birthDate?: string;
                    /** @description The `nextCursor` of the page before. */
                    cursor?: string;
                    /** @description The whole work or personal e-mail address; not case-sensitive. */
                    email?: string;
                    /** @description The beginning of the name; case and accents are ignored. */
                    firstName?: string;
                    includeIncomplete?: boolean;
                    /** @description The beginning of the name; case and accents are ignored. */
                    lastName?: string;
                    /** @default 100 */
                    limit?: number;
                    /** @description Nine digits, exact. Use POST /staffMembers/search to keep it out of logs. */
                    ssn?: string;
                    /** @description Not case-sensitive. */
                    staffNumber?: string;
                    /**
                     * Format: date-time
                     * @description People changed at this time or later, by HR or in Campus. A `+` that was sent unencoded, and so became a blank, is understood.
                     */
                    updatedSince?: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "01909f2e-0a01-7f20-8c31-90d2b5a7e6f4",
                     *           "staffNumber": "10058",
                     *           "lastName": "Simpson",
                     *           "firstName": "Pat",
                     *           "middleName": null,
                     *           "gender": "F",
                     *           "genderDescription": "Female",
                     *           "ssnLast4": null,
                     *           "birthDate": "1979-12-26",
                     *           "workPhone": null,
                     *           "cellPhone": null,
                     *           "otherPhone": null,
                     *           "workEmail": "psimpson@school.k12.mo.us",
                     *           "personalEmail": null,
                     *           "identities": [
                     *             {
                     *               "lastName": "Simpson",
                     *               "firstName": "Pat",
                     *               "middleName": null,
                     *               "startDate": "2026-11-24",
                     *               "endDate": null,
                     *               "current": true
                     *             }
                     *           ],
                     *           "employments": [
                     *             {
                     *               "hireDate": "2020-07-25",
                     *               "terminationDate": null
                     *             }
                     *           ],
                     *           "positions": [
                     *             {
                     *               "id": "01909f2e-2b10-7c55-9d02-7a4be1f3c801",
                     *               "schoolNumber": "010",
                     *               "schoolName": "Harrison High School",
                     *               "assignmentCode": "20",
                     *               "assignmentDescription": "Teacher",
                     *               "titleCode": "4A61E262",
                     *               "titleDescription": "Varsity Basketball",
                     *               "startDate": "2023-10-01",
                     *               "endDate": null
                     *             }
                     *           ],
                     *           "household": {
                     *             "id": "01909f2e-3d77-7a90-b1c5-2e8f4a6b9d03",
                     *             "name": "Simpson",
                     *             "phone": null,
                     *             "staffHousehold": true,
                     *             "shared": false,
                     *             "householdLocations": [
                     *               {
                     *                 "startDate": "2026-11-24",
                     *                 "endDate": null,
                     *                 "mailing": true,
                     *                 "physical": true,
                     *                 "private": false,
                     *                 "secondary": false,
                     *                 "address": {
                     *                   "id": "01909f2e-1c5a-7d3b-8a44-5b1f0c6d7e01",
                     *                   "postOfficeBox": false,
                     *                   "number": "4321",
                     *                   "prefix": "S",
                     *                   "street": "Lexington",
                     *                   "tag": "Ave",
                     *                   "direction": "SE",
                     *                   "apt": "45",
                     *                   "city": "Blaine",
                     *                   "state": "MN",
                     *                   "zip": "55123",
                     *                   "county": null,
                     *                   "locationCode": null,
                     *                   "tract": null,
                     *                   "block": null
                     *                 }
                     *               }
                     *             ]
                     *           },
                     *           "complete": true,
                     *           "readOnly": [
                     *             "staffNumber",
                     *             "lastName",
                     *             "firstName",
                     *             "gender",
                     *             "birthDate",
                     *             "workEmail"
                     *           ],
                     *           "updatedAt": "2026-11-24T14:03:11.000Z"
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["StaffMember"][];
                        nextCursor: string | null;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getStaffMembersSync: {
        parameters: {
            query?: never;
            header?: {
                /** @description An id of yours for this call, up to 64 of letters, digits, `.`, `_` and `-`; made up if left out. */
                "X-Request-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "runId": "01909f2f-5e21-7b66-a0d4-1c9e8f7b2a10",
                     *       "status": "validated",
                     *       "startedAt": "2026-11-24T20:00:00.000Z",
                     *       "startedBy": "HR System",
                     *       "staffTransferred": 1,
                     *       "setAside": 0,
                     *       "validatedAt": "2026-11-24T20:03:40.000Z",
                     *       "committedAt": null,
                     *       "allowed": [
                     *         "validate",
                     *         "commit",
                     *         "submitCommitJob",
                     *         "start"
                     *       ],
                     *       "job": null
                     *     }
                     */
                    "application/json": components["schemas"]["SyncRun"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description This district has not had a synchronization yet. */
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getStaffMembersSyncRunIdResults: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before. */
                cursor?: string;
                /** @description How many at most, 1 to 1000. */
                limit?: number;
                /** @description Only results with this outcome. */
                outcome?: "created" | "updated" | "unchanged" | "held" | "failed";
            };
            header?: {
                /** @description An id of yours for this call, up to 64 of letters, digits, `.`, `_` and `-`; made up if left out. */
                "X-Request-Id"?: string;
            };
            path: {
                /** @description The `runId` of the SyncRun of a synchronization. */
                runId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "staffNumber": "10058",
                     *           "outcome": "updated",
                     *           "warnings": [],
                     *           "errors": []
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["SyncResult"][];
                        nextCursor: string | null;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getStaffMembersSyncRunIdValidation: {
        parameters: {
            query?: never;
            header?: {
                /** @description An id of yours for this call, up to 64 of letters, digits, `.`, `_` and `-`; made up if left out. */
                "X-Request-Id"?: string;
            };
            path: {
                /** @description The `runId` of the SyncRun of a synchronization. */
                runId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "runId": "01909f2f-5e21-7b66-a0d4-1c9e8f7b2a10",
                     *       "generatedAt": "2026-11-24T20:03:40.000Z",
                     *       "summary": {
                     *         "demographics": {
                     *           "people": 1,
                     *           "ssn": 0,
                     *           "staffNumber": 0,
                     *           "name": 1,
                     *           "middleInitial": 0,
                     *           "gender": 0,
                     *           "personalEmail": 0,
                     *           "workEmail": 0,
                     *           "cellPhone": 0,
                     *           "otherPhone": 0,
                     *           "workPhone": 0,
                     *           "birthDate": 0
                     *         },
                     *         "employments": 0,
                     *         "assignments": 0,
                     *         "addresses": 0,
                     *         "hrNotInCampus": 0,
                     *         "campusNotInHr": 0,
                     *         "duplicateStaffNumbers": {
                     *           "people": 0,
                     *           "numbers": 0
                     *         }
                     *       },
                     *       "sections": {
                     *         "demographics": {
                     *           "total": 1,
                     *           "entries": [
                     *             {
                     *               "staffNumber": "10058",
                     *               "personId": "01909f2e-0a01-7f20-8c31-90d2b5a7e6f4",
                     *               "campus": {
                     *                 "staffNumber": "10058",
                     *                 "lastName": "Simpson",
                     *                 "firstName": "Pat",
                     *                 "birthDate": "1979-12-26"
                     *               },
                     *               "hr": {
                     *                 "staffNumber": "10058",
                     *                 "lastName": "Brown",
                     *                 "firstName": "Pat",
                     *                 "birthDate": "1979-12-26"
                     *               },
                     *               "fields": [
                     *                 "lastName"
                     *               ],
                     *               "why": {
                     *                 "rule": "ID-1",
                     *                 "reason": "HR has a different name. Brown, Pat becomes the current identity."
                     *               }
                     *             }
                     *           ]
                     *         },
                     *         "employments": {
                     *           "total": 0,
                     *           "entries": []
                     *         },
                     *         "assignments": {
                     *           "total": 0,
                     *           "entries": []
                     *         },
                     *         "addresses": {
                     *           "total": 0,
                     *           "entries": []
                     *         },
                     *         "hrNotInCampus": {
                     *           "total": 0,
                     *           "entries": []
                     *         },
                     *         "campusNotInHr": {
                     *           "total": 0,
                     *           "entries": []
                     *         },
                     *         "duplicateStaffNumbers": {
                     *           "total": 0,
                     *           "entries": []
                     *         },
                     *         "errors": {
                     *           "total": 0,
                     *           "entries": []
                     *         }
                     *       },
                     *       "erased": 0,
                     *       "sent": {
                     *         "employments": 0,
                     *         "assignments": 0,
                     *         "addresses": 0
                     *       },
                     *       "warnings": []
                     *     }
                     */
                    "application/json": components["schemas"]["ValidationReport"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description There is no such synchronization in this district, or it has no report yet. */
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getStaffMembersSyncRunIdValidationSection: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before. */
                cursor?: string;
                /** @description How many at most, 1 to 1000. */
                limit?: number;
            };
            header?: {
                /** @description An id of yours for this call, up to 64 of letters, digits, `.`, `_` and `-`; made up if left out. */
                "X-Request-Id"?: string;
            };
            path: {
                /** @description The `runId` of the SyncRun of a synchronization. */
                runId: string;
                /** @description A section of the validation report. */
                section: "demographics" | "employments" | "assignments" | "addresses" | "hrNotInCampus" | "campusNotInHr" | "duplicateStaffNumbers" | "errors";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "staffNumber": "10058",
                     *           "personId": "01909f2e-0a01-7f20-8c31-90d2b5a7e6f4",
                     *           "campus": {
                     *             "staffNumber": "10058",
                     *             "lastName": "Simpson",
                     *             "firstName": "Pat",
                     *             "birthDate": "1979-12-26"
                     *           },
                     *           "hr": {
                     *             "staffNumber": "10058",
                     *             "lastName": "Brown",
                     *             "firstName": "Pat",
                     *             "birthDate": "1979-12-26"
                     *           },
                     *           "fields": [
                     *             "lastName"
                     *           ],
                     *           "why": {
                     *             "rule": "ID-1",
                     *             "reason": "HR has a different name. Brown, Pat becomes the current identity."
                     *           }
                     *         }
                     *       ],
                     *       "nextCursor": null,
                     *       "total": 1
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["ValidationEntry"][];
                        nextCursor: string | null;
                        total: number;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description There is no such synchronization in this district, or it has no report yet. */
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    postStaffMembersSyncCommit: {
        parameters: {
            query?: {
                /** @description The `runId` that start answered. If another run is live by then, the call answers 409 and does nothing. Without it the call works on whichever run is live. */
                runId?: string;
            };
            header?: {
                /** @description The same key with the same body, however its JSON is written, is answered as the first time, for 24 hours, with `Idempotency-Replayed: true`: a call that timed out can be sent again. Give each call a key of its own, such as a UUID. */
                "Idempotency-Key"?: string;
                /** @description An id of yours for this call, up to 64 of letters, digits, `.`, `_` and `-`; made up if left out. */
                "X-Request-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "run": {
                     *         "runId": "01909f2f-5e21-7b66-a0d4-1c9e8f7b2a10",
                     *         "status": "committed",
                     *         "startedAt": "2026-11-24T20:00:00.000Z",
                     *         "startedBy": "HR System",
                     *         "staffTransferred": 1,
                     *         "setAside": 0,
                     *         "validatedAt": "2026-11-24T20:03:40.000Z",
                     *         "committedAt": "2026-11-24T22:15:09.000Z",
                     *         "allowed": [
                     *           "start"
                     *         ],
                     *         "job": null
                     *       },
                     *       "succeeded": [
                     *         {
                     *           "staffNumber": "10058",
                     *           "outcome": "updated",
                     *           "warnings": []
                     *         }
                     *       ],
                     *       "failed": [],
                     *       "warnings": []
                     *     }
                     */
                    "application/json": components["schemas"]["Committed"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            408: components["responses"]["RequestTimeout"];
            /** @description The run is not validated; a commit is already running (`jobId`); too many staff are staged for a commit without a job; or the commit exceeds a limit and is held until an admin approves it (SYNC-13): `held.limits`. Or `runId` was sent, and another run is live (`anotherRun`): its `runId`, and what to do. */
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getStaffMembersSyncCommitJobStatus: {
        parameters: {
            query?: never;
            header?: {
                /** @description An id of yours for this call, up to 64 of letters, digits, `.`, `_` and `-`; made up if left out. */
                "X-Request-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "jobId": "01909f30-7744-7c18-9e52-6d0a3b5f4c21",
                     *       "status": "completed",
                     *       "submittedAt": "2026-11-24T22:15:00.000Z",
                     *       "startedAt": "2026-11-24T22:15:01.000Z",
                     *       "finishedAt": "2026-11-24T22:15:09.000Z",
                     *       "total": 1,
                     *       "processed": 1,
                     *       "created": 0,
                     *       "updated": 1,
                     *       "unchanged": 0,
                     *       "held": 0,
                     *       "failed": 0
                     *     }
                     */
                    "application/json": components["schemas"]["CommitJobStatus"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description No commit job has been submitted yet. */
            404: components["responses"]["NotFound"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    postStaffMembersSyncEnd: {
        parameters: {
            query?: {
                /** @description The `runId` that start answered. If another run is live by then, the call answers 409 and does nothing. Without it the call works on whichever run is live. */
                runId?: string;
            };
            header?: {
                /** @description The same key with the same body, however its JSON is written, is answered as the first time, for 24 hours, with `Idempotency-Replayed: true`: a call that timed out can be sent again. Give each call a key of its own, such as a UUID. */
                "Idempotency-Key"?: string;
                /** @description An id of yours for this call, up to 64 of letters, digits, `.`, `_` and `-`; made up if left out. */
                "X-Request-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    expectedStaff?: number;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "runId": "01909f2f-5e21-7b66-a0d4-1c9e8f7b2a10",
                     *       "status": "transferred",
                     *       "startedAt": "2026-11-24T20:00:00.000Z",
                     *       "startedBy": "HR System",
                     *       "staffTransferred": 1,
                     *       "setAside": 0,
                     *       "validatedAt": null,
                     *       "committedAt": null,
                     *       "allowed": [
                     *         "validate",
                     *         "start"
                     *       ],
                     *       "job": null
                     *     }
                     */
                    "application/json": components["schemas"]["SyncRun"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            408: components["responses"]["RequestTimeout"];
            /** @description Nothing was transferred, or not as many as `expectedStaff`. Or `runId` was sent, and another run is live (`anotherRun`): its `runId`, and what to do. */
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    postStaffMembersSyncStart: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body, however its JSON is written, is answered as the first time, for 24 hours, with `Idempotency-Replayed: true`: a call that timed out can be sent again. Give each call a key of its own, such as a UUID. */
                "Idempotency-Key"?: string;
                /** @description An id of yours for this call, up to 64 of letters, digits, `.`, `_` and `-`; made up if left out. */
                "X-Request-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    restart?: boolean;
                };
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "runId": "01909f2f-5e21-7b66-a0d4-1c9e8f7b2a10",
                     *       "status": "transferring",
                     *       "startedAt": "2026-11-24T20:00:00.000Z",
                     *       "startedBy": "HR System",
                     *       "staffTransferred": 0,
                     *       "setAside": 0,
                     *       "validatedAt": null,
                     *       "committedAt": null,
                     *       "allowed": [
                     *         "transfer",
                     *         "end",
                     *         "start"
                     *       ],
                     *       "job": null,
                     *       "warnings": []
                     *     }
                     */
                    "application/json": {
                        /** @description The calls that are allowed now. */
                        allowed: string[];
                        committedAt: string | null;
                        /** @description The job that is queued or running. */
                        job: {
                            /** @enum {string} */
                            kind: "validate" | "commit";
                            processed: number;
                            total: number;
                        } | null;
                        /** Format: uuid */
                        runId: string;
                        /** @description How many staff were set aside (SYNC-2). The report lists them as errors, the results as failed. */
                        setAside: number;
                        /** @description How many staff are staged. */
                        staffTransferred: number;
                        /** Format: date-time */
                        startedAt: string;
                        startedBy: string;
                        /** @enum {string} */
                        status: "transferring" | "transferred" | "validated" | "committing" | "committed" | "cancelled";
                        validatedAt: string | null;
                        warnings: components["schemas"]["Warning"][];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            408: components["responses"]["RequestTimeout"];
            /** @description A commit is under way; others have staged what would be discarded (`othersStaging`: whose, and how many); or a run is live and `"restart": false` was sent. */
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    postStaffMembersSyncSubmitCommitJob: {
        parameters: {
            query?: {
                /** @description The `runId` that start answered. If another run is live by then, the call answers 409 and does nothing. Without it the call works on whichever run is live. */
                runId?: string;
            };
            header?: {
                /** @description The same key with the same body, however its JSON is written, is answered as the first time, for 24 hours, with `Idempotency-Replayed: true`: a call that timed out can be sent again. Give each call a key of its own, such as a UUID. */
                "Idempotency-Key"?: string;
                /** @description An id of yours for this call, up to 64 of letters, digits, `.`, `_` and `-`; made up if left out. */
                "X-Request-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "jobId": "01909f30-7744-7c18-9e52-6d0a3b5f4c21",
                     *       "status": "queued"
                     *     }
                     */
                    "application/json": components["schemas"]["CommitJob"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            408: components["responses"]["RequestTimeout"];
            /** @description The run is not validated; a commit job is already running (`jobId`); or the commit exceeds a limit and is held until an admin approves it (SYNC-13): `held.limits`. Or `runId` was sent, and another run is live (`anotherRun`): its `runId`, and what to do. */
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    postStaffMembersSyncTransfer: {
        parameters: {
            query?: {
                /** @description How the columns of a CSV file or workbook are read: the name of a mapping that the district has saved in *Transfer Staff Via File Upload*. */
                mapping?: string;
                /** @description What happens to the call when a record is invalid. */
                onInvalid?: "reject" | "setAside";
                /** @description The `runId` that start answered. If another run is live by then, the call answers 409 and does nothing. Without it the call works on whichever run is live. */
                runId?: string;
            };
            header?: {
                /** @description The same key with the same body, however its JSON is written, is answered as the first time, for 24 hours, with `Idempotency-Replayed: true`: a call that timed out can be sent again. Give each call a key of its own, such as a UUID. */
                "Idempotency-Key"?: string;
                /** @description An id of yours for this call, up to 64 of letters, digits, `.`, `_` and `-`; made up if left out. */
                "X-Request-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    staffMembers: components["schemas"]["StaffMemberRequest"][];
                } | components["schemas"]["StaffMemberRequest"][];
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                "application/x-ndjson": components["schemas"]["StaffMemberRequest"];
                "text/csv": string;
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "received": 1,
                     *       "staffTransferred": 1,
                     *       "setAside": 0,
                     *       "warnings": []
                     *     }
                     */
                    "application/json": components["schemas"]["Transferred"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description The district has no mapping of this name. */
            404: components["responses"]["NotFound"];
            408: components["responses"]["RequestTimeout"];
            /** @description No run is transferring: the state, and the calls allowed now. Or `runId` was sent, and another run is live (`anotherRun`): its `runId`, and what to do. */
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            /** @description The limit of calls per minute is reached. Or this client's last transfer is still arriving, or two others of the district: a call waits 40 seconds for its turn. */
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    postStaffMembersSyncValidate: {
        parameters: {
            query?: {
                /** @description The `runId` that start answered. If another run is live by then, the call answers 409 and does nothing. Without it the call works on whichever run is live. */
                runId?: string;
            };
            header?: {
                /** @description The same key with the same body, however its JSON is written, is answered as the first time, for 24 hours, with `Idempotency-Replayed: true`: a call that timed out can be sent again. Give each call a key of its own, such as a UUID. */
                "Idempotency-Key"?: string;
                /** @description An id of yours for this call, up to 64 of letters, digits, `.`, `_` and `-`; made up if left out. */
                "X-Request-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "runId": "01909f2f-5e21-7b66-a0d4-1c9e8f7b2a10",
                     *       "generatedAt": "2026-11-24T20:03:40.000Z",
                     *       "summary": {
                     *         "demographics": {
                     *           "people": 1,
                     *           "ssn": 0,
                     *           "staffNumber": 0,
                     *           "name": 1,
                     *           "middleInitial": 0,
                     *           "gender": 0,
                     *           "personalEmail": 0,
                     *           "workEmail": 0,
                     *           "cellPhone": 0,
                     *           "otherPhone": 0,
                     *           "workPhone": 0,
                     *           "birthDate": 0
                     *         },
                     *         "employments": 0,
                     *         "assignments": 0,
                     *         "addresses": 0,
                     *         "hrNotInCampus": 0,
                     *         "campusNotInHr": 0,
                     *         "duplicateStaffNumbers": {
                     *           "people": 0,
                     *           "numbers": 0
                     *         }
                     *       },
                     *       "sections": {
                     *         "demographics": {
                     *           "total": 1,
                     *           "entries": [
                     *             {
                     *               "staffNumber": "10058",
                     *               "personId": "01909f2e-0a01-7f20-8c31-90d2b5a7e6f4",
                     *               "campus": {
                     *                 "staffNumber": "10058",
                     *                 "lastName": "Simpson",
                     *                 "firstName": "Pat",
                     *                 "birthDate": "1979-12-26"
                     *               },
                     *               "hr": {
                     *                 "staffNumber": "10058",
                     *                 "lastName": "Brown",
                     *                 "firstName": "Pat",
                     *                 "birthDate": "1979-12-26"
                     *               },
                     *               "fields": [
                     *                 "lastName"
                     *               ],
                     *               "why": {
                     *                 "rule": "ID-1",
                     *                 "reason": "HR has a different name. Brown, Pat becomes the current identity."
                     *               }
                     *             }
                     *           ]
                     *         },
                     *         "employments": {
                     *           "total": 0,
                     *           "entries": []
                     *         },
                     *         "assignments": {
                     *           "total": 0,
                     *           "entries": []
                     *         },
                     *         "addresses": {
                     *           "total": 0,
                     *           "entries": []
                     *         },
                     *         "hrNotInCampus": {
                     *           "total": 0,
                     *           "entries": []
                     *         },
                     *         "campusNotInHr": {
                     *           "total": 0,
                     *           "entries": []
                     *         },
                     *         "duplicateStaffNumbers": {
                     *           "total": 0,
                     *           "entries": []
                     *         },
                     *         "errors": {
                     *           "total": 0,
                     *           "entries": []
                     *         }
                     *       },
                     *       "erased": 0,
                     *       "sent": {
                     *         "employments": 0,
                     *         "assignments": 0,
                     *         "addresses": 0
                     *       },
                     *       "warnings": []
                     *     }
                     */
                    "application/json": components["schemas"]["ValidationReport"];
                };
            };
            /** @description Accepted */
            202: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "runId": "01909f2f-5e21-7b66-a0d4-1c9e8f7b2a10",
                     *       "status": "transferred",
                     *       "startedAt": "2026-11-24T20:00:00.000Z",
                     *       "startedBy": "HR System",
                     *       "staffTransferred": 1,
                     *       "setAside": 0,
                     *       "validatedAt": null,
                     *       "committedAt": null,
                     *       "allowed": [
                     *         "start"
                     *       ],
                     *       "job": {
                     *         "kind": "validate",
                     *         "processed": 0,
                     *         "total": 1
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["SyncRun"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            408: components["responses"]["RequestTimeout"];
            /** @description The transfer has not been ended, or a commit is under way: the state, and the calls allowed now. Or `runId` was sent, and another run is live (`anotherRun`): its `runId`, and what to do. */
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
}
