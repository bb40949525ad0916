package com.operatoros.payments.security;

import com.ibm.websphere.security.EntryNotFoundException;
import com.ibm.websphere.security.PasswordCheckFailedException;
import com.ibm.websphere.security.UserRegistry;
import com.ibm.websphere.security.WSSecurityException;
import com.ibm.wsspi.security.registry.RegistryHelper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.rmi.RemoteException;
import java.util.HashSet;
import java.util.Set;

/** The server's own user registry as an identity store, so that users stay in the server's configuration (rule Z1). */
@ApplicationScoped
public class RegistryIdentityStore implements IdentityStore {

    private static final Logger LOG = System.getLogger(RegistryIdentityStore.class.getName());

    @Override
    public CredentialValidationResult validate(Credential credential) {
        if (!(credential instanceof UsernamePasswordCredential login)) {
            return CredentialValidationResult.NOT_VALIDATED_RESULT;
        }
        // An empty password must never be compared: LDAP servers take it for an anonymous login.
        if (login.getPasswordAsString().isEmpty()) {
            return CredentialValidationResult.INVALID_RESULT;
        }
        try {
            return validate(RegistryHelper.getUserRegistry(null), login);
        } catch (PasswordCheckFailedException | EntryNotFoundException e) {
            return CredentialValidationResult.INVALID_RESULT;
        } catch (WSSecurityException | RemoteException e) {
            LOG.log(Level.ERROR, "The user registry cannot be asked", e);
            return CredentialValidationResult.INVALID_RESULT;
        }
    }

    private static CredentialValidationResult validate(UserRegistry registry, UsernamePasswordCredential login)
            throws WSSecurityException, RemoteException {
        String user = registry.checkPassword(login.getCaller(), login.getPasswordAsString());
        if (user == null) {
            return CredentialValidationResult.INVALID_RESULT;
        }
        Set<String> groups = new HashSet<>();
        for (Object group : registry.getGroupsForUser(user)) {
            groups.add(group.toString());
        }
        return new CredentialValidationResult(registry.getRealm(), user, null, user, groups);
    }
}
