using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Shouwang.Shared.MutualAid.Ledger;

/// <summary>A ledger as a file (账本导出文件): JSON lines, each entry's canonical form with its hash before it, the head at the end.</summary>
public static class LedgerFile
{
    private const string HashIs = "{\"hash\":\"";
    private const string EntryIs = "\",\"entry\":";
    private const string HeadIs = "{\"head\":{\"village\":\"";

    /// <summary>One entry's line, without its end.</summary>
    public static string Line(string canonical, string hash) => $"{HashIs}{hash}{EntryIs}{canonical}}}";

    /// <summary>The last line, without its end.</summary>
    public static string Head(string village, long number, string hash) =>
        string.Create(CultureInfo.InvariantCulture, $"{HeadIs}{village}\",\"number\":{number},\"hash\":\"{hash}\"}}}}");

    /// <summary>Walks a whole file; null where it is not a ledger at all.</summary>
    public static ChainCheck? Check(ReadOnlyMemory<byte> file)
    {
        var lines = Lines(file).ToList();
        if (VillageOf(lines) is not { } village)
            return null;
        var check = ChainCheck.Of(village);
        for (var i = 0; i < lines.Count - 1; i++)
        {
            var (hash, canonical) = Parts(lines[i]);
            check = check.With(canonical, hash);
        }

        return TryHead(lines[^1], out var number, out var last) && lines[^1].Span.SequenceEqual(Encoding.UTF8.GetBytes(Head(village, number, last)))
            ? check.End(number, last)
            : check.End(-1, "");
    }

    /// <summary>The entries' canonical forms as they lie in a file, in its order.</summary>
    public static IReadOnlyList<ReadOnlyMemory<byte>> Entries(ReadOnlyMemory<byte> file)
    {
        var lines = Lines(file).ToList();
        return [.. lines.Take(lines.Count - 1).Select(line => Parts(line).Canonical)];
    }

    /// <summary>The village that the file speaks of: the first entry's that can be read, else the first that is named anywhere.</summary>
    private static string? VillageOf(List<ReadOnlyMemory<byte>> lines)
    {
        foreach (var line in lines)
        {
            if (EntryForm.Read(Parts(line).Canonical) is { } entry)
                return entry.Village;
        }

        return lines.Select(line => Named(line.Span)).FirstOrDefault(name => name is not null);
    }

    private static string? Named(ReadOnlySpan<byte> line)
    {
        var at = line.IndexOf("\"village\":\""u8);
        var name = at < 0 ? default : line[(at + 11)..];
        return at >= 0 && name.IndexOf((byte)'"') is var end and >= 0 ? Encoding.UTF8.GetString(name[..end]) : null;
    }

    private static (string Hash, ReadOnlyMemory<byte> Canonical) Parts(ReadOnlyMemory<byte> line)
    {
        int start = HashIs.Length + 64, entry = start + EntryIs.Length;
        if (line.Length <= entry || line.Span[^1] != '}')
            return ("", line);
        var frame = Encoding.Latin1.GetString(line.Span[..entry]);
        return frame.StartsWith(HashIs, StringComparison.Ordinal) && frame.EndsWith(EntryIs, StringComparison.Ordinal)
            ? (frame[HashIs.Length..start], line[entry..^1])
            : ("", line);
    }

    private static bool TryHead(ReadOnlyMemory<byte> line, out long number, out string hash)
    {
        var parts = Encoding.UTF8.GetString(line.Span).Split('"');
        (number, hash) = (0, "");
        if (parts.Length < 11 || !long.TryParse(parts[8].Trim(':', ','), NumberStyles.None, CultureInfo.InvariantCulture, out number))
            return false;
        hash = parts[11 < parts.Length ? 11 : 10];
        return true;
    }

    private static IEnumerable<ReadOnlyMemory<byte>> Lines(ReadOnlyMemory<byte> file)
    {
        while (!file.IsEmpty)
        {
            var end = file.Span.IndexOf((byte)'\n');
            yield return end < 0 ? file : file[..end];
            file = end < 0 ? default : file[(end + 1)..];
        }
    }
}
