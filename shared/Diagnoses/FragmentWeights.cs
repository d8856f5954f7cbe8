using System.IO.Compression;

namespace Shouwang.Shared.Diagnoses;

/// <summary>
/// What each fragment of a text says for and against each entry and each block and chapter of entries (<see cref="Blocks"/>). The file: the length of the rest (4 bytes, little-endian), then compressed
/// by Brotli: the number of fragments; for each, in the order of their hashes, the distance of its hash from the one before, how many
/// columns it speaks of, and for each of those, the entries in the order of the catalogue before the blocks and chapters, the distance from the one before and the points (one signed byte).
/// All other numbers have seven bits a byte, the lowest first.
/// </summary>
sealed class FragmentWeights
{
    /// <summary>So many points multiply the odds of an entry by e.</summary>
    internal const int PointsPerNat = 10;

    const int Most = 64 << 20;

    readonly uint[] _hashes;
    readonly int[] _starts;
    readonly ushort[] _entries;
    readonly sbyte[] _points;

    internal FragmentWeights(ReadOnlySpan<byte> file)
    {
        var rest = (ReadOnlySpan<byte>)Unpack(file);
        _hashes = new uint[Number(ref rest)];
        _starts = new int[_hashes.Length + 1];
        var (entries, points) = (new List<ushort>(rest.Length / 2), new List<sbyte>(rest.Length / 2));
        var hash = 0u;
        for (var i = 0; i < _hashes.Length; i++)
        {
            _hashes[i] = hash += Number(ref rest);
            var entry = 0u;
            for (var left = Number(ref rest); left > 0; left--)
            {
                entries.Add((ushort)(entry += Number(ref rest)));
                points.Add(unchecked((sbyte)rest[0]));
                rest = rest[1..];
            }

            _starts[i + 1] = entries.Count;
        }

        (_entries, _points) = ([.. entries], [.. points]);
    }

    /// <summary>Adds the points of one fragment; false when it is not known.</summary>
    internal bool Add(string fragment, int[] points)
    {
        var (from, to) = Find(fragment);
        for (var i = from; i < to; i++)
            points[_entries[i]] += _points[i];
        return to > from;
    }

    /// <summary>The points that one fragment gives one entry, block or chapter; none for column −1.</summary>
    internal int Of(string fragment, int entry)
    {
        if (entry < 0)
            return 0;
        var (from, to) = Find(fragment);
        var at = Array.BinarySearch(_entries, from, to - from, (ushort)entry);
        return at < 0 ? 0 : _points[at];
    }

    /// <summary>FNV-1a over the characters. Two of a quarter of a million fragments rarely share one, and then only blur each other.</summary>
    internal static uint Hash(string fragment)
    {
        var hash = 2166136261u;
        foreach (var c in fragment)
            hash = unchecked((hash ^ c) * 16777619u);
        return unchecked((hash ^ hash >> 15) * 0x85ebca6bu);
    }

    (int From, int To) Find(string fragment)
    {
        var at = Array.BinarySearch(_hashes, Hash(fragment));
        return at < 0 ? (0, 0) : (_starts[at], _starts[at + 1]);
    }

    static byte[] Unpack(ReadOnlySpan<byte> file)
    {
        var length = file.Length < sizeof(int) ? -1 : System.Buffers.Binary.BinaryPrimitives.ReadInt32LittleEndian(file);
        if (length is > 0 and <= Most)
        {
            var bytes = new byte[length];
            if (BrotliDecoder.TryDecompress(file[sizeof(int)..], bytes, out var written) && written == length)
                return bytes;
        }

        throw new FormatException("The weights are cut off or damaged; learn them again with ./shouwang diseases learn.");
    }

    static uint Number(ref ReadOnlySpan<byte> rest)
    {
        var number = 0u;
        for (var shift = 0; ; shift += 7)
        {
            var next = rest[0];
            rest = rest[1..];
            number |= (uint)(next & 0x7f) << shift;
            if (next < 0x80)
                return number;
        }
    }
}
