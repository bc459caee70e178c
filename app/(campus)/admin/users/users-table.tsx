'use client';

import { UserSearch } from 'lucide-react';
import Link from 'next/link';
import { type Column, DataTable } from '../../../../components/data-table/data-table.tsx';
import { DateTime } from '../../../../components/dates.tsx';
import { Email } from '../../../../components/email.tsx';
import { Badge } from '../../../../components/ui/badge.tsx';
import { Button, buttonStyle } from '../../../../components/ui/button.tsx';
import { EmptyState } from '../../../../components/ui/empty-state.tsx';
import { TOOL_RIGHTS } from '../../../../lib/access/rights.ts';
import type { User } from '../../../../lib/users/schema.ts';
import type { Deed } from './row-actions.tsx';
import { USER_TEXTS } from './texts.ts';

/** One page of users. */
export function UsersTable({
  users,
  onDeed,
  onClear,
}: {
  users: User[];
  onDeed: (deed: Deed) => void;
  onClear: () => void;
}) {
  const columns: Column<User>[] = [
    {
      id: 'name',
      header: 'Name',
      cell: ({ name, username, email, self }) => (
        <span className="block min-w-32">
          <bdi className="wrap-anywhere font-medium">{name}</bdi>
          {self && <span className="text-muted"> (you)</span>}
          <bdi className="wrap-anywhere block text-muted text-xs">{username}</bdi>
          {email && (
            <span className="block text-muted text-xs">
              <Email address={email} />
            </span>
          )}
        </span>
      ),
    },
    { id: 'rights', header: 'Tool Rights', cell: ({ rights }) => <Rights rights={rights} /> },
    {
      id: 'signedIn',
      header: 'Last Sign-in',
      cell: ({ lastSignInAt }) => (lastSignInAt ? <DateTime at={lastSignInAt} time /> : 'Never'),
    },
    {
      id: 'state',
      header: 'State',
      cell: ({ disabled, secondFactor, singleSignOn }) => (
        <span className="flex flex-wrap gap-1">
          {disabled ? <Badge>Disabled</Badge> : <Badge tone="good">Active</Badge>}
          {secondFactor && <Badge tone="accent">Second factor</Badge>}
          {singleSignOn && <Badge tone="accent">Single sign-on</Badge>}
        </span>
      ),
    },
    {
      id: 'actions',
      header: 'Actions',
      cell: (user) => {
        const whose = <span className="sr-only"> {user.name}</span>;
        return (
          <span className="flex min-w-60 flex-wrap gap-1.5">
            <Button size="small" onClick={() => onDeed({ kind: 'edit', user })}>
              Edit{whose}
            </Button>
            {user.self ? (
              <Link href="/account" className={buttonStyle('secondary', 'small')}>
                Your account
              </Link>
            ) : (
              <>
                <Button size="small" onClick={() => onDeed({ kind: 'password', user })}>
                  Reset password{whose}
                </Button>
                {user.secondFactor && (
                  <Button size="small" onClick={() => onDeed({ kind: 'factor', user })}>
                    Remove second factor{whose}
                  </Button>
                )}
                {user.singleSignOn && (
                  <Button size="small" onClick={() => onDeed({ kind: 'unlink', user })}>
                    Unlink{whose}
                  </Button>
                )}
                <Button size="small" onClick={() => onDeed({ kind: 'able', user })}>
                  {user.disabled ? 'Enable' : 'Disable'}
                  {whose}
                </Button>
              </>
            )}
          </span>
        );
      },
    },
  ];
  return (
    <DataTable
      adjustable
      caption="Users"
      columns={columns}
      rows={users}
      rowId={({ id }) => id}
      empty={
        <EmptyState icon={UserSearch} title="No matches">
          {USER_TEXTS.noMatches()}
          <span className="mt-4 block">
            <Button onClick={onClear}>Clear search</Button>
          </span>
        </EmptyState>
      }
    />
  );
}

const Rights = ({ rights }: { rights: User['rights'] }) => {
  if (rights.length === TOOL_RIGHTS.length) return 'All';
  if (rights.length === 0) return <span className="text-muted">None</span>;
  return (
    <span className="flex min-w-48 flex-wrap gap-1">
      {rights.map((right) => (
        <Badge key={right}>{right}</Badge>
      ))}
    </span>
  );
};
