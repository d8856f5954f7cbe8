using System.Security.Cryptography;

namespace Shouwang.Local;

/// <summary>Random keys of this machine's instance (密钥), made once and kept in files that only their owner reads.</summary>
/// <param name="Admin">Opens what administrators do.</param>
/// <param name="Function">Opens HTTP functions of level "function".</param>
/// <param name="Signing">32 bytes in base64.</param>
sealed record LocalKeys(string Admin, string Function, string Recogniser, string Signing, string DirectLine)
{
    const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public static LocalKeys LoadOrMake(string folder)
    {
        Directory.CreateDirectory(folder);
        return new(Key("admin"), Key("function"), Key("recogniser"), Key("signing"), Key("direct-line"));

        string Key(string name)
        {
            var file = Path.Combine(folder, name + ".key");
            if (File.Exists(file)) return File.ReadAllText(file).Trim();
            var random = RandomNumberGenerator.GetBytes(32);
            // Base64 only where it is asked for: the others travel in addresses and headers.
            var key = name == "signing" ? Convert.ToBase64String(random) : Convert.ToHexStringLower(random);
            using var stream = new FileStream(file, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = OwnerOnly });
            using var writer = new StreamWriter(stream);
            writer.WriteLine(key);
            return key;
        }
    }
}
