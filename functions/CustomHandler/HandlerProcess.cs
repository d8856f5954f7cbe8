namespace Shouwang.Functions.CustomHandler;

/// <summary>The process side of a custom handler: the port the host chose, and an exit code the host does not take for good-bye.</summary>
public static class HandlerProcess
{
    public const string PortSetting = "FUNCTIONS_CUSTOMHANDLER_PORT";

    /// <summary>An exit code of 0 would tell the host that nothing needs restarting, and every later call would fail.</summary>
    public const int Ended = 1;

    /// <summary>Listens on the port the host chose, on the loopback interface alone.</summary>
    /// <exception cref="InvalidOperationException">The host did not say where.</exception>
    public static WebApplicationBuilder ListenWhereTheHostSays(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var setting = builder.Configuration[PortSetting];
        if (!ushort.TryParse(setting, out var port))
            throw new InvalidOperationException($"{PortSetting} is {(string.IsNullOrEmpty(setting) ? "not set" : "not a port number")}. The Functions host sets it; on one machine start the app with ./run.");
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        return builder;
    }

    /// <summary>Runs until somebody ends it.</summary>
    /// <returns>The exit code, never 0.</returns>
    public static async Task<int> RunUnderTheHostAsync(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        await app.RunAsync();
        return Ended;
    }
}
