using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace Shouwang.Functions.Tests.Interface;

/// <summary>The app in the test's own process, with storage and recogniser at addresses where nobody listens.</summary>
sealed class TestApp : WebApplicationFactory<Program>
{
    public const string AdminKey = "a-key-for-tests";

    const string NoStorage =
        "DefaultEndpointsProtocol=http;AccountName=none;AccountKey=bm9uZQ==;BlobEndpoint=http://127.0.0.1:9/none;QueueEndpoint=http://127.0.0.1:9/none;TableEndpoint=http://127.0.0.1:9/none";

    public static string SourceRoot { get; } = FindRoot();

    protected override void ConfigureWebHost(IWebHostBuilder builder) => builder
        .UseContentRoot(AppContext.BaseDirectory)
        .UseSetting("FUNCTIONS_CUSTOMHANDLER_PORT", "0")
        .UseSetting("AzureWebJobsStorage", NoStorage)
        .UseSetting("SHOUWANG_ADMIN_KEY", AdminKey)
        .UseSetting("SHOUWANG_SIGNING_KEY", Convert.ToBase64String(new byte[32]))
        .UseSetting("SHOUWANG_RECOGNIZER_ENDPOINT", "http://127.0.0.1:9")
        .UseSetting("SHOUWANG_RECOGNIZER_KEY", "none");

    static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Shouwang.slnx")))
            folder = folder.Parent;
        return folder.FullName;
    }
}
