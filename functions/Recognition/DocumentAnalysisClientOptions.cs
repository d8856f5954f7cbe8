using Azure.Core;

namespace Shouwang.Functions.Recognition;

/// <summary>Settings of <see cref="DocumentAnalysisClient"/>, named as in the official SDK.</summary>
/// <param name="version">The older version is the default because it is the one Azure China lists.</param>
sealed class DocumentAnalysisClientOptions(DocumentAnalysisClientOptions.ServiceVersion version = DocumentAnalysisClientOptions.ServiceVersion.V2023_07_31) : ClientOptions
{
#pragma warning disable CA1707 // the official SDK's names
    /// <summary>Versions of the service's interface.</summary>
    public enum ServiceVersion
    {
        V2023_07_31,
        V2024_11_30,
    }
#pragma warning restore CA1707

    /// <summary>The scope asked for with a token credential: https://cognitiveservices.azure.cn/.default in Azure China.</summary>
    public string Audience { get; set; } = "https://cognitiveservices.azure.com/.default";

    /// <summary>How long one analysis may take from its acceptance to its result.</summary>
    public TimeSpan AnalysisTimeout { get; set; } = TimeSpan.FromSeconds(90);

    internal ServiceVersion Version { get; } = version;

    internal string ApiVersion => Version switch
    {
        ServiceVersion.V2023_07_31 => "2023-07-31",
        ServiceVersion.V2024_11_30 => "2024-11-30",
    };

    internal string PathPrefix => Version switch
    {
        ServiceVersion.V2023_07_31 => "formrecognizer",
        ServiceVersion.V2024_11_30 => "documentintelligence",
    };

    /// <summary>The version as configuration writes it: "2023-07-31".</summary>
    public static ServiceVersion ParseVersion(string text) => text switch
    {
        "2023-07-31" => ServiceVersion.V2023_07_31,
        "2024-11-30" => ServiceVersion.V2024_11_30,
        _ => throw new ArgumentException("The form recogniser's version must be 2023-07-31 or 2024-11-30.", nameof(text)),
    };
}
