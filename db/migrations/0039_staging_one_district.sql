select app.protect('staged_staff');
