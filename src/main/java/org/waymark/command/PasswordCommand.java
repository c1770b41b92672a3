package org.waymark.command;

import java.util.List;
import org.springframework.stereotype.Component;
import org.waymark.access.Accounts;
import org.waymark.access.IssuedPassword;

/** For an administrator who lost the password: whoever has the machine has the data. */
@Component
class PasswordCommand implements Command {
  private final Accounts accounts;

  PasswordCommand(Accounts accounts) {
    this.accounts = accounts;
  }

  @Override
  public String name() {
    return "password";
  }

  @Override
  public String usage() {
    return "USER | --missing";
  }

  @Override
  public Outcome run(List<String> arguments) {
    if (arguments.size() != 1) return Outcome.NOT_UNDERSTOOD;
    if (arguments.get(0).equals("--missing")) return issueMissing();
    IssuedPassword issued =
        accounts.resetPassword(null, accounts.getCaller(arguments.get(0)).accountId());
    System.out.println("一次性密码 one-time password: " + issued.password());
    return Outcome.DONE;
  }

  /** After a restore: a line of CSV for each account that came without a password. */
  private Outcome issueMissing() {
    System.out.println("用户名 user,姓名 name,一次性密码 one-time password");
    for (IssuedPassword issued : accounts.issueMissing())
      System.out.println(
          issued.account().userName()
              + ","
              + issued.account().displayName()
              + ","
              + issued.password());
    return Outcome.DONE;
  }
}
