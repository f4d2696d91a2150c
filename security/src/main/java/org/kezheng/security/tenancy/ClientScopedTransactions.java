package org.kezheng.security.tenancy;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.orm.jpa.EntityManagerHolder;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Tells PostgreSQL at the begin of each transaction which client is in scope, so that row-level security decides what
/// the transaction may see. The setting ends with the transaction. Without a client it is set empty, which shows no
/// row: whatever a pooled connection served before can never show through. Joining a transaction of one client while
/// another is in scope is refused.
public final class ClientScopedTransactions extends JpaTransactionManager {
    private static final long serialVersionUID = 1L;
    private static final String SETTING = "select set_config('kezheng.client', :client, true)";
    /// Key under which the client of the thread's present transaction is kept.
    private static final Object CLIENT_OF_TRANSACTION = ClientScopedTransactions.class;

    public ClientScopedTransactions(EntityManagerFactory factory) {
        super(factory);
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        super.doBegin(transaction, definition);
        EntityManager entities = boundEntities();
        String client = clientInScope();
        try {
            entities.createNativeQuery(SETTING, String.class)
                    .setParameter("client", client)
                    .getSingleResult();
        } catch (RuntimeException failure) {
            abandon(transaction, entities, failure);
            throw new CannotCreateTransactionException("The client of the transaction cannot be set", failure);
        }
        TransactionSynchronizationManager.bindResource(CLIENT_OF_TRANSACTION, client);
    }

    @Override
    protected boolean isExistingTransaction(Object transaction) {
        boolean exists = super.isExistingTransaction(transaction);
        Object client = TransactionSynchronizationManager.getResource(CLIENT_OF_TRANSACTION);
        if (exists && client != null && !client.equals(clientInScope())) {
            throw new IllegalTransactionStateException("The transaction began for another client than is in scope now");
        }
        return exists;
    }

    @Override
    protected Object doSuspend(Object transaction) {
        Object client = TransactionSynchronizationManager.unbindResourceIfPossible(CLIENT_OF_TRANSACTION);
        return new Suspended(super.doSuspend(transaction), client);
    }

    @Override
    protected void doResume(@Nullable Object transaction, Object suspendedResources) {
        Suspended suspended = (Suspended) suspendedResources;
        super.doResume(transaction, suspended.resources());
        if (suspended.client() != null) {
            TransactionSynchronizationManager.bindResource(CLIENT_OF_TRANSACTION, suspended.client());
        }
    }

    @Override
    protected void doCleanupAfterCompletion(Object transaction) {
        TransactionSynchronizationManager.unbindResourceIfPossible(CLIENT_OF_TRANSACTION);
        super.doCleanupAfterCompletion(transaction);
    }

    /// A transaction that could not be given its client must not stay bound to the thread.
    private void abandon(Object transaction, EntityManager entities, RuntimeException failure) {
        try {
            entities.getTransaction().rollback();
        } catch (RuntimeException second) {
            failure.addSuppressed(second);
        } finally {
            doCleanupAfterCompletion(transaction);
        }
    }

    private EntityManager boundEntities() {
        if (TransactionSynchronizationManager.getResource(obtainEntityManagerFactory())
                instanceof EntityManagerHolder holder) {
            return holder.getEntityManager();
        }
        throw new IllegalTransactionStateException("No entity manager is bound to the transaction that began");
    }

    private static String clientInScope() {
        return ClientScope.current()
                .map(client -> Integer.toString(client.value()))
                .orElse("");
    }

    private record Suspended(Object resources, @Nullable Object client) {}
}
