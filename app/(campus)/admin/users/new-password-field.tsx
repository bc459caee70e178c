import { Field } from '../../../../components/ui/field.tsx';

/** A password that an admin sets for a user. */
export const NewPasswordField = ({ error }: { error?: string }) => (
  <Field
    label="Password"
    name="password"
    type="password"
    required
    autoComplete="new-password"
    error={error}
    help="15 to 128 characters. Several unrelated words work best."
  />
);
