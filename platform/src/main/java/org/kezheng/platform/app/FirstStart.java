package org.kezheng.platform.app;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.kezheng.crm.customers.Customers;
import org.kezheng.crm.customers.NewCustomer;
import org.kezheng.platform.directory.Definition;
import org.kezheng.platform.directory.Directory;
import org.kezheng.security.access.AccountId;
import org.kezheng.security.access.Role;
import org.kezheng.security.clients.Client;
import org.kezheng.security.clients.Clients;
import org.kezheng.security.identity.Account;
import org.kezheng.security.identity.Accounts;
import org.kezheng.security.identity.AdministratorInvitations;
import org.kezheng.security.identity.NewAccount;
import org.kezheng.security.secret.SecretString;
import org.kezheng.security.tenancy.ClientId;
import org.kezheng.security.tenancy.ClientScope;

/// Makes what a first start needs and tells outsiders of it. Every step can be repeated, so a first start that was
/// cut off is finished by the next one.
final class FirstStart {
    private final SiteFile site;
    private final AccountFiles files;
    private final Clients clients;
    private final Accounts accounts;
    private final AdministratorInvitations invitations;
    private final Customers customers;

    FirstStart(
            SiteSettings settings,
            Clients clients,
            Accounts accounts,
            AdministratorInvitations invitations,
            Customers customers) {
        this.site = new SiteFile(settings.dataDir());
        this.files = new AccountFiles(settings.dataDir());
        this.clients = clients;
        this.accounts = accounts;
        this.invitations = invitations;
        this.customers = customers;
    }

    void make(Directory directory, boolean isDemonstration) {
        Definition definition = directory.definition();
        definition.clients().forEach(this::register);
        if (site.isFirstStart()) {
            if (isDemonstration) {
                SiteFile.demonstration().accounts().forEach(this::create);
                SiteFile.demonstration().customers().forEach(this::create);
            }
        }
        site.write(definition);
        List<Account> all = accounts.all();
        directory.learn(all);
        files.list(all.isEmpty() ? List.of(invite(definition)) : listed(all, directory));
    }

    private void register(Definition.ClientEntry client) {
        clients.register(new Client(new ClientId(client.id()), client.code(), client.zh(), client.en()));
    }

    private void create(Demonstration.Person person) {
        Role role = Role.of(person.role()).orElseThrow();
        NewAccount wanted = new NewAccount(
                new AccountId(person.id()), person.user(), person.displayName(), role, new ClientId(person.client()));
        if (accounts.find(person.user()).isEmpty()) {
            accounts.create(wanted, files.password(person.user()));
        }
    }

    private void create(Demonstration.Caller caller) {
        NewCustomer wanted = new NewCustomer(new SecretString(caller.name()), new SecretString(caller.number()));
        ClientScope.run(new ClientId(caller.client()), () -> customers.create(wanted));
    }

    /// A token in place of any earlier one: it is valid until somebody used it.
    private AccountFiles.Listed invite(Definition definition) {
        Optional<SecretString> token = invitations.issue();
        token.ifPresent(files::writeToken);
        return new AccountFiles.Listed(
                "",
                Role.SYSTEM_ADMINISTRATOR.code(),
                definition.clients().getFirst().code(),
                files.tokenFile().toString(),
                "");
    }

    /// Demonstration accounts are those whose password stands in a file.
    private List<AccountFiles.Listed> listed(List<Account> all, Directory directory) {
        files.removeToken();
        return all.stream()
                .filter(account -> files.hasPassword(account.user()))
                .sorted(Comparator.comparingInt(account -> account.id().value()))
                .map(account -> new AccountFiles.Listed(
                        account.user(),
                        account.role().code(),
                        directory.clientCode(account.client().value()),
                        files.passwordFile(account.user()).toString(),
                        ""))
                .toList();
    }
}
