using System.Security.Cryptography;

namespace Shouwang.EndToEnd.Tests.Support;

/// <summary>A file as a phone sends it.</summary>
sealed record Photo(string Name, byte[] Bytes)
{
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Bytes));

    /// <summary>One of the sample claim's three papers.</summary>
    public static Photo Sample(string name) => Read("claim", name);

    /// <summary>One of the pictures that a claim must not be confused by.</summary>
    public static Photo Other(string name) => Read("others", name);

    /// <summary>The same picture as another file: phones put data of their own after the picture's end.</summary>
    public Photo Again() => this with { Bytes = [.. Bytes, .. Guid.NewGuid().ToByteArray()] };

    static Photo Read(string folder, string name) => new($"{name}.jpg", File.ReadAllBytes(Tree.In("samples", folder, $"{name}.jpg")));
}
