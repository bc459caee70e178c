import { Field } from '../../../../components/ui/field.tsx';

/** For a password that an admin gives. */
export const NewPasswordField = ({ error }: { error?: string }) => (
  <Field
    label="Password"
    name="password"
    type="password"
    required
    autoComplete="new-password"
    error={error}
    help="15 to 128 characters. Several words that don’t belong together are best."
  />
);
