using System.Text.Json.Serialization;

namespace Shouwang.Functions.Backup;

/// <summary>What a copy of the storage holds (备份清单). Written last: a copy without it was cut off.</summary>
internal sealed record CopyManifest(int Version, DateTimeOffset At, IReadOnlyList<CopiedTable> Tables, IReadOnlyList<CopiedBlob> Blobs)
{
    public const int Current = 1;
    public const string File = "manifest.json";
}

/// <param name="Hash">SHA-256 of the file of its rows.</param>
internal sealed record CopiedTable(string Name, int Rows, string Hash);

/// <param name="Hash">SHA-256 of its bytes.</param>
internal sealed record CopiedBlob(string Container, string Name, string Type, long Length, string Hash);

[JsonSerializable(typeof(CopyManifest))]
internal sealed partial class CopyJson : JsonSerializerContext;
