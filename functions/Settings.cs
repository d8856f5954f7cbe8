namespace Shouwang.Functions;

/// <summary>Everything the app is told from outside, read once at start from environment variables.</summary>
/// <param name="AdminKey">Administrator key; null where only Entra ID tokens open the door.</param>
/// <param name="SigningKey">At least 32 bytes from which every signing key of the app is derived.</param>
/// <param name="Storage">Connection string, or null where <see cref="StorageUris"/> and a managed identity are used.</param>
/// <param name="RecognizerKey">Null where the recogniser is opened with a managed identity.</param>
internal sealed record Settings(
    int Port,
    string? AdminKey,
    byte[] SigningKey,
    string? Storage,
    StorageUris? StorageUris,
    string? IdentityClientId,
    Uri RecognizerEndpoint,
    string? RecognizerKey,
    string RecognizerApiVersion,
    Uri? AuthorityHost,
    EntraSettings? Entra,
    Uri PublicUrl,
    bool Streaming,
    string WebRoot)
{
    /// <summary>Reads the settings.</summary>
    /// <exception cref="InvalidOperationException">One is missing or malformed; the message names it and what to do, never its value.</exception>
    public static Settings From(Func<string, string?> variable)
    {
        string? Optional(string name) => variable(name) is { Length: > 0 } value ? value : null;
        string Required(string name, string hint) => Optional(name) ?? throw new InvalidOperationException($"Setting {name} is missing: {hint}");
        Uri? Address(string name) => Optional(name) is not { } value ? null
            : Uri.TryCreate(value, UriKind.Absolute, out var uri) ? uri
            : throw new InvalidOperationException($"Setting {name} is not an absolute address.");

        var port = int.TryParse(Optional("FUNCTIONS_CUSTOMHANDLER_PORT") ?? "7072", out var number) ? number
            : throw new InvalidOperationException("Setting FUNCTIONS_CUSTOMHANDLER_PORT is not a port number.");
        var (connection, uris) = StorageAddress.From(variable);
        var authority = Address("SHOUWANG_ENTRA_AUTHORITY");
        return new Settings(
            port,
            Optional("SHOUWANG_ADMIN_KEY"),
            Secret(Required("SHOUWANG_SIGNING_KEY", "give it 32 random bytes or more in base64.")),
            connection,
            uris,
            Optional("AZURE_CLIENT_ID"),
            Address("SHOUWANG_RECOGNIZER_ENDPOINT") ?? throw new InvalidOperationException("Setting SHOUWANG_RECOGNIZER_ENDPOINT is missing: give the address of the form recogniser."),
            Optional("SHOUWANG_RECOGNIZER_KEY"),
            Optional("SHOUWANG_RECOGNIZER_API_VERSION") ?? "2023-07-31",
            Address("AZURE_AUTHORITY_HOST"),
            authority is null ? null : new EntraSettings(authority, Required("SHOUWANG_ENTRA_AUDIENCE", "give the application ID the tokens are made for.")),
            Address("SHOUWANG_PUBLIC_URL") ?? new Uri($"http://127.0.0.1:{port}"),
            Optional("SHOUWANG_STREAMING") is not ("off" or "false" or "0"),
            Optional("SHOUWANG_WEB_ROOT") ?? Path.Combine(AppContext.BaseDirectory, "web"));
    }

    static byte[] Secret(string value)
    {
        var bytes = new byte[value.Length];
        if (!Convert.TryFromBase64String(value, bytes, out var length) || length < 32)
            throw new InvalidOperationException("Setting SHOUWANG_SIGNING_KEY must be base64 of at least 32 bytes.");
        return bytes[..length];
    }
}

/// <summary>The three service addresses of a storage account that a managed identity opens.</summary>
internal sealed record StorageUris(Uri Blob, Uri Queue, Uri Table);

/// <summary>Where the storage is.</summary>
internal static class StorageAddress
{
    /// <summary>A connection string, or the addresses that an identity opens.</summary>
    /// <exception cref="InvalidOperationException">One is missing or malformed.</exception>
    public static (string? Connection, StorageUris? Uris) From(Func<string, string?> variable)
    {
        return variable("AzureWebJobsStorage") is { Length: > 0 } connection ? (connection, null) : (null, new StorageUris(Service("blob"), Service("queue"), Service("table")));

        Uri Service(string name) =>
            variable($"AzureWebJobsStorage__{name}ServiceUri") is not { Length: > 0 } value
                ? throw new InvalidOperationException($"Setting AzureWebJobsStorage__{name}ServiceUri is missing: give AzureWebJobsStorage a connection string, or its __blobServiceUri, __queueServiceUri and __tableServiceUri for a managed identity.")
                : Uri.TryCreate(value, UriKind.Absolute, out var address) ? address
                : throw new InvalidOperationException($"Setting AzureWebJobsStorage__{name}ServiceUri is not an absolute address.");
    }
}

/// <summary>Where Entra ID tokens come from and whom they must be made for.</summary>
internal sealed record EntraSettings(Uri Authority, string Audience);
