import { beforeEach, expect, test } from 'vitest';
import { testDistrict } from '../../db/testing/district.ts';
import type { Context } from '../context.ts';
import { sendMessages } from '../notify/send-messages.ts';
import { asUser, insertRecipient } from '../notify/testing/recipient.ts';
import { countUnread } from './count-unread.ts';
import { deleteMessages } from './delete.ts';
import { listMessages } from './list.ts';
import { markRead } from './mark-read.ts';

let mine: Context;
let theirs: Context;

beforeEach(async () => {
  const ctx = await testDistrict();
  mine = asUser(ctx, await insertRecipient(ctx, 'me', 'HR-Staff'));
  theirs = asUser(ctx, await insertRecipient(ctx, 'you', 'HR-Staff'));
  for (let i = 0; i < 30; i += 1)
    await ctx.db.inDistrict(ctx.district.id, (tx) =>
      sendMessages(tx, ctx.newId, {
        type: 'HR-Staff',
        subject: `Message ${i}`,
        body: '',
        link: '/staff',
        // The 30th is the 29th again.
        eventKey: `test:${Math.min(i, 28)}`,
        createdAt: new Date(ctx.now.getTime() + i * 1000),
      }),
    );
});

const all = (ctx: Context, page = 1) => listMessages(ctx, { page, unread: false });

test('NOT-4 the inbox: the newest first, by pages, with an unread count; one event is one message', async () => {
  const first = await all(mine);
  expect(first).toMatchObject({ more: true, total: 29, unread: 29 });
  expect(first.data[0]?.subject).toBe('Message 28');
  expect((await all(mine, 2)).data.map(({ subject }) => subject)).toEqual([
    'Message 3',
    'Message 2',
    'Message 1',
    'Message 0',
  ]);
});

test('NOT-4 Mark read and Delete touch one’s own messages only', async () => {
  const ids = (await all(mine)).data.map(({ id }) => id);
  await markRead(theirs, { ids });
  await deleteMessages(theirs, { ids });
  expect(await all(mine)).toMatchObject({ total: 29, unread: 29 });
  await markRead(mine, { ids });
  expect(await countUnread(mine)).toEqual({ unread: 4 });
  expect(await listMessages(mine, { page: 1, unread: true })).toMatchObject({ total: 4, unread: 4 });
  await deleteMessages(mine, { ids: ids.slice(0, 5) });
  expect(await all(mine)).toMatchObject({ total: 24, unread: 4 });
  expect(await all(theirs)).toMatchObject({ total: 29, unread: 29 });
});
